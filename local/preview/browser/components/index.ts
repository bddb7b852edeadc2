import type { BuiltInComponent } from '../runtime/interfaces';
import { button } from './button';
import { canvas } from './canvas';
import { checkbox, checkboxGroup } from './checkbox';
import { coverImage, coverView } from './cover-view';
import { form } from './form';
import { icon } from './icon';
import { image } from './image';
import { input } from './input';
import { label } from './label';
import { navigator } from './navigator';
import { navigationBar, pageMeta } from './page-meta';
import { picker } from './picker';
import { pickerView, pickerViewColumn } from './picker-view';
import { progress } from './progress';
import { radio, radioGroup } from './radio';
import { richText } from './rich-text';
import { rootPortal } from './root-portal';
import { scrollView } from './scroll-view';
import { slider } from './slider';
import { swiper, swiperItem } from './swiper';
import { switchControl } from './switch';
import { text } from './text';
import { textarea } from './textarea';
import { view } from './view';

/** Every built-in component of the preview. */
export const builtInComponents: readonly BuiltInComponent[] = [
  view,
  text,
  button,
  input,
  textarea,
  image,
  scrollView,
  swiper,
  swiperItem,
  form,
  label,
  checkbox,
  checkboxGroup,
  radio,
  radioGroup,
  switchControl,
  slider,
  picker,
  pickerView,
  pickerViewColumn,
  icon,
  progress,
  navigator,
  richText,
  canvas,
  pageMeta,
  navigationBar,
  rootPortal,
  coverView,
  coverImage,
];

import type { BuiltInComponent, BuiltInNode } from '../runtime/interfaces';
import { flag, flagOf, text, textOf } from './properties';

const fits: Record<string, string> = { scaleToFill: 'fill', aspectFit: 'contain', aspectFill: 'cover' };

function place(node: BuiltInNode, picture: HTMLImageElement): void {
  const mode = textOf(node, 'mode');
  const { element } = node;
  element.setAttribute('data-mode', mode);
  picture.style.objectFit = fits[mode] ?? (/^(?:widthFix|heightFix)$/u.test(mode) ? 'fill' : 'none');
  if (!(mode in fits) && !mode.endsWith('Fix')) picture.style.objectPosition = mode;
  picture.loading = flagOf(node, 'lazyLoad') ? 'lazy' : 'eager';
}

/** A picture. `widthFix` and `heightFix` take their other side from the picture, the base sheet does the rest. */
export const image: BuiltInComponent = {
  tag: 'image',
  properties: {
    src: text(),
    mode: text('scaleToFill'),
    webp: flag(),
    lazyLoad: flag(),
    fadeIn: flag(),
    showMenuByLongpress: flag(),
  },
  create(node, host) {
    const picture = document.createElement('img');
    picture.draggable = false;
    picture.alt = '';
    picture.addEventListener('load', () =>
      node.fire('load', { width: picture.naturalWidth, height: picture.naturalHeight }),
    );
    picture.addEventListener('error', () => {
      // A picture that cannot be loaded leaves its box empty, without the browser's broken sign.
      picture.toggleAttribute('data-failed', true);
      node.fire('error', { errMsg: `GET ${textOf(node, 'src')} 404 (Not Found)` });
    });
    node.element.append(picture);
    return {
      changed(name) {
        place(node, picture);
        if (name !== 'src') return;
        const src = textOf(node, 'src');
        picture.removeAttribute('data-failed');
        if (src === '') picture.removeAttribute('src');
        else picture.src = /^(?:data:|blob:)/u.test(src) ? src : host.assetUrl(src);
      },
      attached() {
        if (!node.element.hasAttribute('role')) node.element.setAttribute('role', 'img');
        place(node, picture);
      },
    };
  },
};

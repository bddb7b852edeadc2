/** JSON of a page or component, as far as the preview reads it. */
export interface ComponentConfig {
  component?: boolean;
  usingComponents?: Record<string, string>;
  componentGenerics?: Record<string, true | { default?: string }>;
  styleIsolation?: string;
  addGlobalClass?: boolean;
  pureDataPattern?: string;
  [key: string]: unknown;
}

/** One entry of `tabBar.list` in app.json; icon paths are relative to the mini program. */
export interface TabItem {
  pagePath: string;
  text: string;
  iconPath?: string;
  selectedIconPath?: string;
}

/** `tabBar` of app.json. */
export interface TabBarConfig {
  custom?: boolean;
  color?: string;
  selectedColor?: string;
  backgroundColor?: string;
  borderStyle?: string;
  list: TabItem[];
}

/** app.json, as far as the preview reads it. */
export interface AppConfig {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
  subpackages?: { root: string; pages: string[] }[];
  usingComponents?: Record<string, string>;
  entryPagePath?: string;
  tabBar?: TabBarConfig;
  window?: Record<string, unknown>;
  [key: string]: unknown;
}

/** A page or component of the bundle. `scope` prefixes its class names (`SCOPE--name`). */
export interface BundledComponent {
  config: ComponentConfig;
  isPage: boolean;
  scope: string;
}

/** What `app/app.js` puts on `window.__miniProgram`: the whole mini program, nothing run yet. */
export interface AppBundle {
  config: AppConfig;
  /** Every page route in order, those of subpackages included. */
  pages: string[];
  components: Record<string, BundledComponent>;
  /** Compiled templates by path without `.wxml`. */
  templates: Record<string, unknown>;
  /** Runs the script of a path (`app`, `pages/home/home`, …) once. */
  run: Record<string, () => void>;
}

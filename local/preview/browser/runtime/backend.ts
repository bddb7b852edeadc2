import { glassEasel } from './engine';

/**
 * The framework's DOM backend without its event listeners: it would fire `click` twice and turn deaf to
 * the mouse after the first touch. Events come from `events/` instead.
 */
export class PhoneBackend extends glassEasel.CurrentWindowBackendContext {
  override setListenerStats(): void {
    // Deliberately nothing.
  }

  override onEvent(): void {
    // Deliberately nothing.
  }
}

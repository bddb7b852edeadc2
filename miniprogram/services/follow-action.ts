import { go, goBack } from './navigate';
import type { ActionKind } from './refusal-texts/refusal-text';
import { callHospital } from './hospital-phone';

/** What an action may need from the page that shows it. */
export interface ActionPorts {
  readonly retry?: () => void;
  readonly dismiss?: () => void;
  /** The appointment that the refusal speaks of. */
  readonly appointmentId?: string | null;
  /** Of whom the refusal speaks, who need not be the usual one. */
  readonly patientId?: string | null;
}

/** Does what the button of a refusal, an error or an empty page says. */
export function followAction(kind: ActionKind, ports: ActionPorts = {}): void {
  switch (kind) {
    case 'retry':
      ports.retry?.();
      return;
    case 'dismiss':
      ports.dismiss?.();
      return;
    case 'sign-in':
    case 'consent':
      go('consent', {});
      return;
    case 'bind':
      go('bind', {});
      return;
    case 'call':
      void callHospital();
      return;
    case 'appointment':
      if (ports.appointmentId) go('appointment', { appointmentId: ports.appointmentId });
      else go('visits', {});
      return;
    case 'departments':
    case 'visits':
    case 'home':
      go(kind, {});
      return;
    case 'pass':
    case 'tasks':
      go(kind, ports.patientId ? { patientId: ports.patientId } : {});
      return;
    case 'back':
      goBack();
  }
}

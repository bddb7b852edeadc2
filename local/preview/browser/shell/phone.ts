import { startPhone } from './start-phone';
import { showFrame, wantsFrame } from './frame';

const parameters = new URLSearchParams(location.search);
if (wantsFrame(parameters)) showFrame();
else void startPhone(parameters, document.currentScript?.dataset.app ?? '/preview/app/app.js');

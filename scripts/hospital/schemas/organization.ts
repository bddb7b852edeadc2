import * as v from 'valibot';
import { idText, phoneText, text } from './atoms';

export const organizationSchema = v.strictObject({
  id: idText,
  name: text(40),
  shortName: text(12),
  campus: text(20),
  address: text(80),
  phone: phoneText,
  emergencyPhone: phoneText,
  windowPlace: text(40),
  windowHours: text(80),
  arrivalNotice: text(300),
});

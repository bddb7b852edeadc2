// TS2551: a procedure that the contract does not have.
import { api } from '../../../miniprogram/services/api';

export const answer = api.catalog.listDepartment({});

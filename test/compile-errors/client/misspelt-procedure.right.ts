import { api } from '../../../miniprogram/services/api';

export const answer = api.catalog.listDepartments({});

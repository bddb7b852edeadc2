import { procedureTable } from '@core/contract/index';

/** The build writes the table into the client; tests that load the client import this file first. */
Object.assign(globalThis, { PROCEDURE_TABLE: procedureTable() });

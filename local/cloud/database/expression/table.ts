import { requestFailed } from '../failures';
import { ARITHMETIC_OPERATORS } from './arithmetic';
import { ARRAY_OPERATORS } from './arrays';
import { COMPARISON_OPERATORS } from './comparison';
import { CONDITIONAL_OPERATORS } from './conditional';
import { CONVERSION_OPERATORS } from './conversion';
import { DATE_OPERATORS } from './dates';
import type { Operator } from './expression';
import { ITERATION_OPERATORS } from './iteration';
import { OBJECT_OPERATORS } from './objects';
import { SET_OPERATORS } from './sets';
import { STATISTIC_OPERATORS } from './statistics';
import { TEXT_OPERATORS } from './text';

/** `$meta` needs a text index, and there is none. */
const meta: Operator = () => {
  throw requestFailed('query requires text score metadata, but it is not available');
};

/** Every expression operator: those that db.command.aggregate of wx-server-sdk 4.0.2 makes, and type conversion. */
export const EXPRESSION_OPERATORS: Readonly<Record<string, Operator>> = {
  ...ARITHMETIC_OPERATORS,
  ...ARRAY_OPERATORS,
  ...COMPARISON_OPERATORS,
  ...CONDITIONAL_OPERATORS,
  ...CONVERSION_OPERATORS,
  ...DATE_OPERATORS,
  ...ITERATION_OPERATORS,
  ...OBJECT_OPERATORS,
  ...SET_OPERATORS,
  ...STATISTIC_OPERATORS,
  ...TEXT_OPERATORS,
  $meta: meta,
};

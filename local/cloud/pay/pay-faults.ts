import type { FaultBoard, FaultName } from '../faults/faults';
import type { RefundEnd } from './records';

/** A fault that answers in an interface's place. */
export interface PayFault {
  name: FaultName;
  /** Error code where the rule names none. */
  code: string;
}

/** The faults in force, as they meet one request of a function. */
export class PayFaults {
  readonly #operation: { action: string; function: string | undefined };

  constructor(
    private readonly board: FaultBoard,
    functionName: string | undefined,
  ) {
    this.#operation = { action: 'wx.wxPayApi', function: functionName };
  }

  /** The error code of the first fault that strikes. */
  codeOf(possible: readonly PayFault[]): string | undefined {
    for (const { name, code } of possible) {
      const rule = this.board.strike(name, this.#operation);
      if (rule !== undefined) return rule.code ?? code;
    }
    return undefined;
  }

  /** How the refund that was just accepted is to end. */
  nextRefundEnd(): RefundEnd {
    const rule = this.board.strike('refund-abnormal', this.#operation);
    if (rule === undefined) return 'SUCCESS';
    return rule.code === 'REFUNDCLOSE' ? 'REFUNDCLOSE' : 'CHANGE';
  }

  /** Whether the refund query is to leave its details out. */
  hidesRefundDetails(): boolean {
    return this.board.strike('refund-details-missing', this.#operation) !== undefined;
  }
}

/** [COMM] How long WeChat says a refund takes to arrive; it depends on how the patient paid. */
export const REFUND_ARRIVAL = '付的零钱一般当天到，银行卡要 1–3 个工作日';

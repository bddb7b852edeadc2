/** Codes of the open interfaces, from the pages of the interfaces and the list of global error codes. */
export const ERROR = {
  invalidOpenid: 40003,
  invalidCode: 40029,
  invalidTemplate: 40037,
  /** [MEM] A parameter outside of its list, where the interface's page names no code of its own. */
  invalidArguments: 40097,
  /** From the page of invokeCloudFunction, as 40101 for what is missing. */
  missingParameter: 40101,
  invalidScene: 40129,
  /** A scene that is missing or too long (developers.weixin.qq.com community, wxacode.getUnlimited). */
  sceneLength: 40169,
  invalidPage: 41030,
  notSubscribed: 43101,
  concurrentMessage: 43108,
  emptyContent: 44004,
  contentTooLong: 45002,
  minuteQuota: 45009,
  argumentInvalid: 47003,
  /** msgSecCheck 2.0: the user did not open the mini program within two hours. [MEM] */
  noRecentVisit: 61010,
  reservedParameter: 85096,
  riskyContent: 87014,
} as const;

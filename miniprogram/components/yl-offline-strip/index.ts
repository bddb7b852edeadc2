/** Says that there is no network and what still works. */
Component({
  properties: {
    text: { type: String, value: '手机没有网络：看过的内容还能看，挂号和付费要等网络恢复' },
  },
});

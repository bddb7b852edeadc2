/** The document of `/phone/`: no script but ours, nothing from elsewhere. What bears the `fingerprint` never changes. */
export const phonePage = (fingerprint: string): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>小程序预览（不是微信）</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/preview/base.css?${fingerprint}">
<link rel="stylesheet" href="/preview/phone.css?${fingerprint}">
<link rel="stylesheet" href="/preview/app/app.css?${fingerprint}">
<link rel="preload" as="script" href="/preview/app/app.js?${fingerprint}">
<script src="/preview/phone.js?${fingerprint}" defer data-app="/preview/app/app.js?${fingerprint}"></script>
</head>
<body></body>
</html>
`;

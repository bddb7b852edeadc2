const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[&<>"]/gu, (character) => escapes[character] ?? '');

/** The document of `/`: the panel draws itself. `title` names the mini program. */
export const panelPage = (title: string): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} · 浏览器预览</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/preview/panel.css">
<script src="/preview/panel.js" defer></script>
</head>
<body data-title="${escape(title)}"></body>
</html>
`;

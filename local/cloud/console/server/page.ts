/** The document at `/cloud`: the script draws everything. */
export const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Local cloud</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/cloud/console.css">
<script src="/cloud/console.js" defer></script>
</head>
<body></body>
</html>
`;

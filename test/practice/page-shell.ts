/** As strict as X's: nothing from elsewhere, no inline script, frames only from the site itself. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'self'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' blob: data:", "font-src 'self'",
  "connect-src 'self' blob:", "frame-src 'self'", "media-src 'self' blob:", "manifest-src 'self'", "worker-src 'self' blob:",
  "object-src 'none'", "form-action 'self'", "frame-ancestors 'none'",
].join('; ')

/** What X's server sends for every address: an empty page that a script fills. */
export function pageShell(): string {
  return `<!DOCTYPE html>
<html dir="ltr" lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1,maximum-scale=1,user-scalable=0,viewport-fit=cover">
<title>X</title>
<link rel="stylesheet" href="/__practice/main.css">
<script type="module" src="/__practice/main.js"></script>
</head>
<body style="background-color: rgb(255, 255, 255);">
<div id="react-root"></div>
</body>
</html>
`
}

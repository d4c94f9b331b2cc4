/** Text as an unfriendly or careless source sends it. */
export const hostile = {
  title:
    '<script>alert("x")</script> & "quotes" | `ticks` [link](javascript:alert(1)) \u202Egnp.exe\u200B',
  outlet: "O'Wire </title></style>",
  summary: `# not a heading ${'long'.repeat(60)} <img src=x onerror=alert(1)> &lt;b&gt; *stars* _under_`,
  model: 'Opal | `3` <b>bold</b>',
}

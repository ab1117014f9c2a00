/** Files as other tools write them, by their documentation; every word in them is made up. */

export const BRISKINE = `id,title,shortcut,subject,cc,bcc,to,body,tags
1,Thank you,ty,,,,,"<div>Hi {{to.first_name}},</div><div><br></div><div>thank you for the &quot;kind&quot; words! {{cursor}}</div>","praise, quick"
2,Greeting,hey,Hello,boss@example.com,,,"{{random ""Hi"" ""Hello""}} {{or to.first_name ""there""}}, {{#if from.first_name}}{{from.first_name}} here{{else}}we are here{{/if}}.",
3,Date,now,,,,,"Today is {{moment format='DD MMMM'}} and <b>bold</b> <a href=""https://example.com/help"">help</a>",
4,Loop,each,,,,,"{{#each to}}{{first_name}}{{/each}}",
`

export const ESPANSO = `imports:
  - other.yml
global_vars:
  - name: sign
    type: echo
    params: { echo: "~Kim" }
matches:
  - trigger: ":thx"
    label: Thanks
    search_terms: [praise, kind]
    replace: "Thank you, $|$! {{sign}}"
  - triggers: [":due", ":by"]
    propagate_case: true
    replace: "You have it by {{when}}, {{mood}}."
    vars:
      - name: when
        type: date
        params: { format: "%A, %B %d, %Y", offset: 172800 }
      - name: mood
        type: random
        params: { choices: ["promise", "no | doubt"] }
  - trigger: ":why"
    form: |
      It was [[reason]] because [[detail]].
    form_fields:
      reason: { type: choice, values: ["late", "lost"], default: "late" }
      detail: { multiline: true, colour: red }
  - trigger: ":pick"
    replace: "{{c}} {{other}} {{nested}} {{clip}} {braces}"
    vars:
      - { name: c, type: choice, params: { values: [{ label: One, id: "1" }, two] } }
      - { name: nested, type: match, params: { trigger: ":thx" } }
      - { name: clip, type: clipboard }
  - trigger: ":ip"
    replace: "{{out}}"
    vars:
      - { name: out, type: shell, params: { cmd: "curl example.com" } }
  - regex: ":greet(?P<who>.*)"
    replace: "Hi {{who}}"
  - trigger: ":cat"
    image_path: /tmp/cat.png
  - trigger: ":odd"
    replace: odd
    newer_option: yes
`

export const TEXT_EXPANDER = `ty,"Thank you, %filltext:name=Their Name:default=friend%!%|"
sorry,"Sorry. It is %A, 100% true, and %%5 off. %snippet:ty%"
pick,"We will %fillpopup:name=what:default=refund it:replace it:call you%. %clipboard"
when,"On %Y-%m-%d at %H:%M"
run,"%shell:date%"
rich,"<p>Hello<br>there</p>%key:return%%<"
`

export const ZAMMAD = `id;name;keywords;content;note;active
1;Welcome;hi hello,welcome;"<div>Hi #{ticket.customer.firstname},</div><div>this is #{user.firstname} about #{ticket.title} (#{ticket.number}).</div>";;true
2;Old one;old;"Dear #{ticket.customer.lastname}";never use;false
`

export const CHATWOOT = JSON.stringify([
  { id: 1, account_id: 1, short_code: 'hi', content: 'Hi {{contact.first_name | default: "there"}}, {{agent.name}} here. {{contact.custom_attribute.plan}}' },
  { id: 2, account_id: 1, short_code: 'form', content: 'Here is the form', attachments: [{ file_url: 'https://files.example.com/form.pdf' }] },
])

export const ZENDESK = JSON.stringify({
  macros: [
    {
      id: 1, title: 'Billing::Refund::Yes', active: true, description: 'For late refunds',
      actions: [
        { field: 'comment_value', value: ['channel:all', 'Hi {{ticket.requester.first_name}}, {% if ticket.title == "refund" %}it is on its way.{% else %}we are on it.{% endif %} {{dc.sign_off}}'] },
        { field: 'status', value: 'solved' },
        { field: 'current_tags', value: 'refund done' },
      ],
    },
    { id: 2, title: 'Old', active: false, actions: [{ field: 'comment_value_html', value: '<p>{{ticket.cc_names}}</p>' }] },
    { id: 3, title: 'Loops', active: true, actions: [{ field: 'comment_value', value: '{% for c in ticket.comments %}{{c}}{% endfor %}' }] },
    { id: 4, title: 'Only closes', active: true, actions: [{ field: 'status', value: 'closed' }] },
  ],
  dynamic_content: { items: [{ name: 'Sign off', placeholder: '{{dc.sign_off}}', variants: [{ content: 'Bye, {{current_user.first_name}}', locale: 'en', default: true }, { content: 'Tschüs, {{current_user.first_name}}', locale: 'de' }] }] },
})

/** Written from aecreations/clippings#374, which documents the fields. */
export const TEXT_SNIPPETS = JSON.stringify([
  { id: '1', type: 'folder', level: '0', parent: '0', name: 'Parcels', text: '', html: 'false' },
  { id: '2', type: 'folder', level: '1', parent: '1', name: 'Late', text: '', html: 'false' },
  { id: '3', type: 'text', level: '2', parent: '2', name: 'Sorry', text: 'Sorry, {it} is late: 5 % off.', html: 'false' },
  { id: '4', type: 'text', level: '0', parent: '0', name: 'Bold', text: '<p>Dear %name%,</p><p><b>thank you</b></p>', html: 'true', hotkey: 'b' },
  { id: '5', type: 'script', level: '0', parent: '9', name: 'Other kind', text: 'Words', html: 'false' },
])

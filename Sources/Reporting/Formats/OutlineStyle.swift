/// How an outline in HTML looks: on a screen, dark or light, and on paper.
enum OutlineStyle {
    /// The style sheet. It names no font or picture that would have to be fetched.
    static let css = """
        :root { color-scheme: light dark; --line: #8884; --soft: #8881; --flag: #c33; --mark: #fd06; }
        body { font: 16px/1.6 system-ui, sans-serif; max-width: 52rem; margin: 0 auto; padding: 1rem 1.5rem 6rem; }
        h1, h2, h3, h4 { line-height: 1.25; }
        h2 { margin-top: 3rem; border-bottom: 1px solid var(--line); padding-bottom: .3rem; }
        article { margin: 2.5rem 0; }
        .text { white-space: pre-wrap; overflow-wrap: anywhere; margin: .5rem 0; }
        pre { background: var(--soft); padding: .6rem .8rem; overflow-x: auto; white-space: pre; }
        .about, .remark, .ref { color: GrayText; font-size: .85rem; }
        .ref { white-space: nowrap; border: 1px solid var(--line); border-radius: .3rem; padding: 0 .3rem; }
        .disagree { border-left: .25rem solid var(--flag); background: var(--soft); padding: .4rem .8rem; }
        .variant { border-left: .2rem solid var(--line); margin: .4rem 0 .8rem 1rem; padding-left: .8rem; }
        .flagged { border-left-color: var(--flag); }
        mark { background: var(--mark); color: inherit; }
        ol.plain, ul.plain { padding-left: 1.4rem; }
        @counter-style parenthesis { system: extends decimal; suffix: ") "; }
        ol.parenthesis { list-style-type: parenthesis; }
        @media print { body { max-width: none; } article { break-inside: avoid-page; } }
        """
}

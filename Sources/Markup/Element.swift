/// An element's name. Only names listed here can be written, so a misspelt element does not compile.
public enum Element: String, Sendable {
    // Document.
    case html, head, title, meta, link, body
    // Sections.
    case header, nav, main, footer, section, article, aside, div
    case h1, h2, h3, h4
    // Text.
    case p, a, span, strong, em, small, mark, blockquote, q, cite, abbr, code, pre, time, bdi, br, hr
    case ul, ol, li, dl, dt, dd
    case figure, figcaption, details, summary
    // Tables.
    case table, caption, thead, tbody, tr, th, td
    // Forms.
    case form, fieldset, legend, label, input, select, option, optgroup, button, textarea, datalist
    // Pictures.
    case img
    case svg, g, rect, circle, line, path, text, use, defs, pattern, desc, symbol, polyline

    /// Shapes of SVG: without content they may close themselves, which HTML elements may not.
    var closesItself: Bool {
        switch self {
        case .rect, .circle, .line, .path, .polyline, .use: true
        default: false
        }
    }

    /// Elements without content: they are written without an end tag.
    var isVoid: Bool {
        switch self {
        case .meta, .link, .br, .hr, .input, .img: true
        default: false
        }
    }
}

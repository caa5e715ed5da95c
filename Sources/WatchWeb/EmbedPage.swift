import Domain
import Frame
import Locales
import Markup
import Watches

/// One picture as a file, or with its numbers in a page that any site may show in a frame: no scripts, no forms, no cookies.
enum EmbedPage {
    private static let policy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors *"
    private static let openHeaders = [
        ("Content-Security-Policy", policy), ("Cross-Origin-Resource-Policy", "cross-origin"),
    ]

    static func file(_ exchange: Exchange, _ picture: EmbedRoutes.Picture) async throws(WebError) -> Answer {
        let numbers = try await EmbedNumbers.of(picture, exchange)
        let html = HTMLWriter()
        draw(View(exchange), picture, numbers, html)
        return Answer(contentType: "image/svg+xml", body: .bytes(html.bytes), headers: openHeaders)
    }

    static func page(_ exchange: Exchange, _ picture: EmbedRoutes.Picture) async throws(WebError) -> Answer {
        let numbers = try await EmbedNumbers.of(picture, exchange)
        let view = View(exchange)
        let html = view.html
        html.doctype()
        html.element(.html, .lang(view.words.tag), .dir(view.words.direction.rawValue)) {
            html.element(.head) {
                html.empty(.meta, .custom("charset", "utf-8"))
                html.empty(.meta, .name("viewport"), .custom("content", "width=device-width, initial-scale=1"))
                html.element(.title, text: title(view, picture))
                html.empty(.link, .rel("stylesheet"), .href(exchange.site.assets.styleSheet))
            }
            html.element(.body) {
                html.element(.main) {
                    html.element(.div, .class("wrap")) {
                        html.element(.h1, text: title(view, picture))
                        draw(view, picture, numbers, html)
                        table(view, picture, numbers)
                        source(view)
                    }
                }
            }
        }
        return Answer(contentType: "text/html; charset=utf-8", body: .bytes(html.bytes), headers: openHeaders)
    }

    private static func title(_ view: View, _ picture: EmbedRoutes.Picture) -> String {
        view.say(
            "embed.title.\(picture.rawValue)", ["question": .text(view.question(view.exchange.question))])
    }

    private static func table(_ view: View, _ picture: EmbedRoutes.Picture, _ numbers: EmbedNumbers) {
        let html = view.html
        html.element(.details) {
            html.element(.summary, text: view.say("embed.numbers"))
            view.table(title(view, picture)) {
                view.headRow([(view.facetName(picture.facet), false)] + numbers.parts.map { ($0, true) })
                html.element(.tbody) {
                    for row in numbers.rows {
                        html.element(.tr) {
                            html.element(.th, .scope("row"), text: row.label)
                            for part in row.parts { html.element(.td, .class("n"), text: view.number(part)) }
                        }
                    }
                }
            }
        }
    }

    private static func source(_ view: View) {
        let address = view.exchange.site.publicAddress + view.address("/search", view.items(view.exchange.question))
        view.html.element(.p, .class("hint")) {
            view.html.element(
                .a, .href(address), .custom("target", "_top"), .rel("noopener"), text: view.say("embed.source"))
        }
    }

    private static let colours = ["#8a8f98", "#0b5c7a", "#e69f00"]
    private static let (width, left, step) = (640, 210, 26)

    /// Bars with their numbers; colours stand in the file, since nothing else comes with it.
    private static func draw(
        _ view: View, _ picture: EmbedRoutes.Picture, _ numbers: EmbedNumbers, _ html: HTMLWriter
    ) {
        let most = max(1, numbers.rows.map(\.sum).max() ?? 1)
        let head = numbers.parts.count > 1 ? 40 : 14
        let height = head + max(1, numbers.rows.count) * step + 10
        html.element(
            .svg, .custom("xmlns", "http://www.w3.org/2000/svg"), .viewBox(0, 0, Double(width), Double(height)),
            .role("img"), .label(title(view, picture)), .custom("font-family", "system-ui, sans-serif"),
            .custom("font-size", "13")
        ) {
            html.empty(.rect, .width(Double(width)), .height(Double(height)), .fill("#ffffff"))
            if numbers.parts.count > 1 { legend(numbers, html) }
            if numbers.rows.isEmpty { label(view.say("embed.none"), 10, head + 16, html) }
            for (place, row) in numbers.rows.enumerated() {
                let top = head + place * step
                label(String(row.label.prefix(30)), 10, top + 15, html)
                var x = left
                for (part, count) in row.parts.enumerated() where count > 0 {
                    let wide = max(1, (width - left - 60) * count / most)
                    html.empty(
                        .rect, .custom("x", "\(x)"), .custom("y", "\(top)"), .width(Double(wide)), .height(18),
                        .fill(colour(part, of: row.parts.count)))
                    x += wide
                }
                label(view.number(row.sum), x + 6, top + 14, html)
            }
        }
    }

    private static func colour(_ part: Int, of parts: Int) -> String {
        parts == 1 ? colours[1] : colours[part % colours.count]
    }

    private static func legend(_ numbers: EmbedNumbers, _ html: HTMLWriter) {
        for (place, name) in numbers.parts.enumerated() {
            let x = 10 + place * 200
            html.empty(
                .rect, .custom("x", "\(x)"), .custom("y", "10"), .width(12), .height(12),
                .fill(colour(place, of: numbers.parts.count)))
            label(name, x + 18, 21, html)
        }
    }

    private static func label(_ text: String, _ x: Int, _ y: Int, _ html: HTMLWriter) {
        html.element(.text, .custom("x", "\(x)"), .custom("y", "\(y)"), .fill("#14213d"), text: text)
    }
}

/// What to copy into another site's page.
enum EmbedSnippets {
    static func page(_ exchange: Exchange) async -> Answer {
        let view = View(exchange)
        let question = exchange.question
        var head = PageHead(title: view.say("embed.page.title"))
        head.crumbs = [(view.address("/search", view.items(question)), view.say("nav.search"))]
        return await view.page(head) {
            view.pageHead(view.say("embed.page.title"), lead: view.say("embed.page.lead"))
            view.html.element(.p) { view.html.element(.strong, text: view.question(question)) }
            for picture in EmbedRoutes.Picture.allCases { snippet(view, picture, question.address) }
        }
    }

    private static func snippet(_ view: View, _ picture: EmbedRoutes.Picture, _ address: String) {
        let site = view.exchange.site.publicAddress
        let base = site.isEmpty ? "http://" + (view.exchange.incoming.authority ?? "localhost") : site
        let language = "lang=\(view.words.tag)"
        let query = address.isEmpty ? language : address + "&" + language
        let title = view.say("embed.\(picture.rawValue)")
        view.section(picture.rawValue, title) {
            view.html.element(.p) {
                view.html.empty(
                    .img, .custom("src", "/embed/\(picture.rawValue).svg?\(query)"), .custom("alt", title),
                    .custom("width", "640"))
            }
            for code in [
                "<iframe src=\"\(base)/embed/\(picture.rawValue)?\(query)\" title=\"\(title)\" width=\"700\" height=\"480\"></iframe>",
                "<img src=\"\(base)/embed/\(picture.rawValue).svg?\(query)\" alt=\"\(title)\" width=\"640\">",
            ] {
                view.html.element(.pre, .dir("ltr"), .tabindex(0)) { view.html.element(.code, text: code) }
            }
        }
    }
}

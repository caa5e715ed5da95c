import Domain
import Frame
import Locales
import Markup
import PublicFace

/// How a public page is cited: the version that was read, at an address that stays.
struct Citation {
    enum Format: String, CaseIterable {
        case text, bibtex, csl, ris
    }

    static let parameter = Parameter(
        name: "format", form: .choice([""] + Format.allCases.map(\.rawValue)),
        summary: "The page's citation in this form, in place of the page.")

    /// `commitment-7`
    let key: String
    let title: String
    let author: String
    /// The number of the version.
    let version: Int
    /// Day of the version.
    let day: CalendarDate?
    /// Of the version, from the root.
    let path: String

    init(_ page: FacePage, key: String, title: String, version: Int, changed: String?, path: String) {
        self.key = "\(page.face.workspace.slug)-\(key)-v\(version)"
        self.title = title
        author = page.face.workspace.name
        self.version = version
        day = changed.flatMap { CalendarDate($0.prefix(10)) }
        self.path = page.base + path
    }

    /// Of the page as a whole, or a list on it.
    init(_ page: FacePage, list title: String, key: String) {
        self.init(
            page, key: key, title: title, version: Int(page.face.state), changed: page.face.changed,
            path: page.face.state > 0 ? "/versions/\(page.face.state)" : "")
    }

    /// Of one object.
    init(_ page: FacePage, _ item: PublicItem) {
        self.init(
            page, key: "\(item.kind.rawValue)-\(item.id)", title: page.title(item), version: item.version,
            changed: item.changed, path: (page.path(item.key) ?? "") + "/versions/\(item.version)")
    }

    private func address(_ exchange: Exchange) -> String {
        let site = exchange.site.publicAddress
        return (site.isEmpty ? "http://" + (exchange.incoming.authority ?? "localhost") : site) + path
    }

    func write(_ page: FacePage) {
        let (view, html) = (page.view, page.html)
        html.element(.section, .class("section cite"), .id("cite"), .labelledBy("cite-title")) {
            html.element(.h2, .id("cite-title"), text: view.say("publicFace.cite.title"))
            html.element(.p, .class("citation"), .dir("auto"), text: plain(view.exchange))
            html.element(.p) {
                html.text(view.say("publicFace.cite.forms"))
                for format in [Format.bibtex, .csl, .ris] {
                    html.text(" ")
                    view.link(view.sameAddress(["format": format.rawValue]), Self.name(format))
                }
            }
            html.element(.p) { view.link(view.address(path), view.say("publicFace.cite.permanent")) }
        }
    }

    private static func name(_ format: Format) -> String {
        switch format {
        case .text: "TXT"
        case .bibtex: "BibTeX"
        case .csl: "CSL-JSON"
        case .ris: "RIS"
        }
    }

    func answer(_ format: Format, _ exchange: Exchange) -> Answer {
        let (type, text): (String, String) =
            switch format {
            case .text: ("text/plain; charset=utf-8", plain(exchange) + "\n")
            case .bibtex: ("application/x-bibtex; charset=utf-8", bibtex(exchange))
            case .csl: ("application/vnd.citationstyles.csl+json", csl(exchange))
            case .ris: ("application/x-research-info-systems; charset=utf-8", ris(exchange))
            }
        return Answer(contentType: type, body: .bytes(Array(text.utf8)))
    }

    /// Author. Title. Version n, day. Address.
    func plain(_ exchange: Exchange) -> String {
        let words = exchange.words
        let when = day.map { words.date(year: $0.year, month: $0.month, day: $0.day) } ?? ""
        return words.text(
            "publicFace.cite.plain",
            [
                "author": .text(author), "title": .text(title), "version": .number(version), "date": .text(when),
                "address": .text(address(exchange)),
            ])
    }

    private func bibtex(_ exchange: Exchange) -> String {
        func braced(_ text: String) -> String {
            "{" + text.map { "\\{}%&$#_".contains($0) ? "\\\($0)" : $0.isNewline ? " " : "\($0)" }.joined() + "}"
        }
        var lines = ["@misc{\(key),", "  author = {" + braced(author) + "},", "  title = " + braced(title) + ","]
        if let day {
            lines.append("  year = {\(day.year)},")
            lines.append("  date = {\(day)},")
        }
        lines += ["  version = {\(version)},", "  url = {\(address(exchange))}", "}", ""]
        return lines.joined(separator: "\n")
    }

    private func csl(_ exchange: Exchange) -> String {
        let json = JSONWriter()
        json.array {
            json.object {
                json.member("id", key)
                json.member("type", "webpage")
                json.member("title", title)
                json.array("author") { json.object { json.member("literal", author) } }
                if let day {
                    json.object("issued") {
                        json.array("date-parts") {
                            json.array {
                                for part in [day.year, day.month ?? 1, day.day ?? 1] { json.value(part) }
                            }
                        }
                    }
                }
                json.member("version", String(version))
                json.member("URL", address(exchange))
            }
        }
        return String(decoding: json.bytes, as: UTF8.self) + "\n"
    }

    private func ris(_ exchange: Exchange) -> String {
        func line(_ text: String) -> String { text.map { $0.isNewline ? " " : "\($0)" }.joined() }
        var lines = ["TY  - ELEC", "AU  - " + line(author), "TI  - " + line(title)]
        if let day {
            lines.append("PY  - \(day.year)")
            lines.append("DA  - " + day.description.split(separator: "-").joined(separator: "/"))
        }
        lines += ["ET  - \(version)", "UR  - " + address(exchange), "ER  - ", ""]
        return lines.joined(separator: "\r\n")
    }
}

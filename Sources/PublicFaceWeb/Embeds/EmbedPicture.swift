import Assessments
import Domain
import Frame
import Locales
import Markup
import PublicFace

/// Pictures that other sites show in a frame: each as a small page, and as a file by itself.
enum EmbedPicture: String, CaseIterable, Sendable {
    case progress, assessments, deadlines

    var parameters: [Parameter] { [.workspace] }

    func routes(_ faces: PublicFaces) -> [Route] {
        let picture = self
        return [
            .page("embed-\(rawValue)", "/embed/{workspace}/\(rawValue)", parameters) { exchange throws(WebError) in
                try await EmbedView.of(picture, exchange, faces).answer()
            },
            .page(
                "embed-\(rawValue)-svg", "/embed/{workspace}/\(rawValue).svg", parameters, contentType: "image/svg+xml"
            ) { exchange throws(WebError) in
                try await EmbedView.of(picture, exchange, faces).file()
            },
        ]
    }

    /// Where the numbers of the picture stand.
    var path: String {
        switch self {
        case .progress: "/commitments"
        case .assessments: "/assessments"
        case .deadlines: "/deadlines"
        }
    }
}

/// A picture without the page around it. Any site may frame it; it has no scripts and no forms.
struct EmbedView {
    let page: FacePage
    let picture: EmbedPicture
    /// By actor and scheme; empty for other pictures.
    let tally: [AssessmentTally]

    private static let rowsMax = 8

    static func of(
        _ picture: EmbedPicture, _ exchange: Exchange, _ faces: PublicFaces
    ) async throws(WebError) -> EmbedView {
        let page = try await FacePage.open(exchange, faces)
        return EmbedView(
            page: page, picture: picture, tally: picture == .assessments ? try await FaceAssessments.tally(page) : [])
    }

    /// Any site may frame these pages, and these alone.
    private static let policy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors *"

    private var view: View { page.view }
    private var html: HTMLWriter { page.html }

    private var status: FaceStatus { FaceStatus(page, .commitment) }
    private var title: String {
        switch picture {
        case .progress: view.say("publicFace.figure.commitment")
        case .assessments: view.say("publicFace.embed.assessments")
        case .deadlines: view.say("publicFace.deadlines.title")
        }
    }

    /// Label and value; values of deadlines are days, drawn as text alone.
    var rows: [(label: String, value: String, share: Double?)] {
        switch picture {
        case .progress:
            guard status.isDrawn else { return [] }
            let most = max(1, status.counts.map(\.count).max() ?? 1)
            return status.counts.map {
                (status.word($0.status), view.number($0.count), Double($0.count) / Double(most))
            }
        case .assessments:
            let words = FaceSchemes(view: view)
            let most = max(1, tally.map(\.count).max() ?? 1)
            return tally.map {
                let label = [
                    view.say("assessor.\($0.assessor.rawValue)"), words.scheme($0.scheme, $0.content),
                    words.value($0.value, $0.scheme, $0.content),
                ].joined(separator: " · ")
                return (label, view.number($0.count), Double($0.count) / Double(most))
            }
        case .deadlines:
            guard page.shows(.deadlines) else { return [] }
            let open = page.face.all(.deadline).filter { $0["status"] == "open" }
                .sorted { ($0["due"] ?? "", $0.id) < ($1["due"] ?? "", $1.id) }
            return open.prefix(Self.rowsMax).map { (page.deadlineTitle($0), page.day($0["due"]), nil) }
        }
    }

    private var isShown: Bool {
        switch picture {
        case .progress: page.shows(.commitments) && page.shows(.status)
        case .assessments: true
        case .deadlines: page.shows(.deadlines)
        }
    }

    func answer() -> Answer {
        html.doctype()
        html.element(.html, .lang(view.words.tag), .dir(view.words.direction.rawValue)) {
            html.element(.head) {
                html.empty(.meta, .custom("charset", "utf-8"))
                html.empty(.meta, .name("viewport"), .custom("content", "width=device-width, initial-scale=1"))
                html.element(.title, text: "\(title) · \(page.face.workspace.name)")
                html.empty(.meta, .name("color-scheme"), .custom("content", "light dark"))
                html.empty(.link, .rel("stylesheet"), .href(view.exchange.site.assets.styleSheet))
            }
            html.element(.body, .class("embed")) {
                html.element(.main, .id("main")) { content() }
            }
        }
        var answer = Answer.html(html.bytes)
        answer.headers += [("Content-Security-Policy", Self.policy), ("Cross-Origin-Opener-Policy", "unsafe-none")]
        return answer
    }

    private func content() {
        html.element(.h1, text: title)
        let rows = rows
        if !isShown {
            page.notShown()
        } else if rows.isEmpty {
            page.nothing()
        } else if picture == .progress {
            html.element(.p, .class("hint"), text: status.caption)
            view.bars(status.counts.map { Bar(label: status.word($0.status), value: $0.count) })
        } else if picture == .assessments {
            view.bars(zip(rows, tally).map { Bar(label: $0.label, value: $1.count) })
        } else {
            html.element(.ol, .class("face-rows")) {
                for row in rows {
                    html.element(.li) {
                        html.element(.strong, text: row.value)
                        html.text(" ")
                        html.element(.bdi, text: row.label)
                    }
                }
            }
        }
        html.element(.p, .class("source")) {
            html.element(.bdi, text: page.face.workspace.name)
            if let changed = page.face.changed { html.text(" · " + page.day(changed)) }
            html.text(" · ")
            html.element(
                .a, .href(page.address(picture.path)), .custom("target", "_blank"), .rel("noopener"),
                text: view.say("figure.table"))
        }
    }

    /// The picture by itself: title, bars or lines of text, the numbers beside them.
    func file() -> Answer {
        let rows = rows
        let height = 74 + max(1, rows.count) * 30
        let isReversed = view.words.direction == .rightToLeft
        let width = 640.0
        let start = isReversed ? width - 16 : 16
        html.element(
            .svg, .custom("xmlns", "http://www.w3.org/2000/svg"), .viewBox(0, 0, width, Double(height)), .role("img"),
            .lang(view.words.tag), .label("\(title). \(page.face.workspace.name)")
        ) {
            html.empty(.rect, .width(width), .height(Double(height)), .fill("#fbfaf7"))
            text(title, start, 28, size: 17, isReversed: isReversed)
            if rows.isEmpty {
                text(
                    view.say(isShown ? "publicFace.nothing" : "publicFace.notShown"), start, 62, size: 13,
                    isReversed: isReversed)
            }
            for (place, row) in rows.enumerated() {
                line(row, Double(60 + place * 30), width, isReversed)
            }
            text(source, start, Double(height - 10), size: 12, isReversed: isReversed)
        }
        var answer = Answer(contentType: "image/svg+xml", body: .bytes(html.bytes))
        answer.headers.append(("Cross-Origin-Resource-Policy", "cross-origin"))
        return answer
    }

    private var source: String {
        let name = page.face.workspace.name
        return page.face.changed.map { "\(name) · \(page.day($0))" } ?? name
    }

    private func line(
        _ row: (label: String, value: String, share: Double?), _ y: Double, _ width: Double, _ isReversed: Bool
    ) {
        let name = row.label.count > 46 ? row.label.prefix(45) + "…" : row.label[...]
        guard let share = row.share else {
            text("\(row.value)   \(name)", isReversed ? width - 16 : 16, y, size: 13, isReversed: isReversed)
            return
        }
        let length = 200 * share
        text(String(name), isReversed ? width - 16 : 16, y, size: 13, isReversed: isReversed)
        let x = isReversed ? width - 370 - length : 370
        html.empty(.rect, .x(x), .y(y - 12), .width(max(share > 0 ? 2 : 0, length)), .height(16), .fill("#0b5c7a"))
        text(row.value, isReversed ? x - 8 : x + length + 8, y, size: 13, isReversed: isReversed)
    }

    private func text(_ text: String, _ x: Double, _ y: Double, size: Int, isReversed: Bool) {
        html.element(
            .text, .x(x), .y(y), .custom("font-size", size), .custom("font-family", "system-ui, sans-serif"),
            .fill("#14213d"), .custom("direction", isReversed ? "rtl" : "ltr"), text: text)
    }
}

import Assessments
import Domain
import Frame
import Locales
import Markup

/// Schemes that a voice made itself: names and values in as many of the six languages as it wants, each edition for ever.
struct SchemesView {
    let view: View
    let visit: Visit
    let schemes: [OwnScheme]

    static func answer(_ visit: Visit, _ assessments: Assessments) async throws(WebError) -> Answer {
        let schemes = try await visit.run { () throws(WorkspaceError) in try await assessments.schemes(visit.member) }
        let view = View(visit)
        var head = PageHead(title: view.say("assess.schemes"), place: .assessments)
        head.crumbs = [(view.address(visit.path("/assessments")), view.say("assess.title"))]
        return await view.page(head) { SchemesView(view: view, visit: visit, schemes: schemes).write() }
    }

    private var html: HTMLWriter { view.html }

    private func write() {
        view.pageHead(view.say("assess.schemes"), lead: view.say("assess.schemesLead"))
        view.assessmentSaid()
        for scheme in schemes { one(scheme) }
        view.section("new", view.say("assess.schemeNew")) { form(nil) }
    }

    private func one(_ scheme: OwnScheme) {
        view.section("scheme-\(scheme.id)", view.schemeName(scheme.code, scheme.content)) {
            html.element(.p, .class("hint")) {
                html.text(view.say("assess.edition", ["number": .number(scheme.edition)]))
                if scheme.isClosed { html.text(" · " + view.say("assess.schemeClosed")) }
            }
            html.element(.ol) {
                for value in scheme.content.values {
                    html.element(.li, .dir("auto"), text: view.valueWords(value.code, scheme.code, scheme.content))
                }
            }
            guard !scheme.isClosed else { return }
            view.fold(view.say("assess.schemeEdit")) { form(scheme) }
            view.workForm(
                view.address(visit.path("/assessments/schemes/\(scheme.id)/close")), version: scheme.version
            ) { html.element(.p) { view.submitButton(view.say("assess.schemeClose"), isPlain: true) } }
        }
    }

    /// A line a language for the name, and a line a value: `code | language: label | language: label`.
    private func form(_ scheme: OwnScheme?) {
        let suffix = scheme.map { "-\($0.id)" } ?? ""
        view.workForm(view.address(visit.path("/assessments/schemes")), version: scheme?.version) {
            if let scheme { view.hiddenField("scheme", scheme.id.description) }
            area("names", suffix, "assess.schemeNames", SchemeText.write(scheme?.content.names ?? [:]))
            area("about", suffix, "assess.schemeAboutField", SchemeText.write(scheme?.content.about ?? [:]))
            area(
                "values", suffix, "assess.schemeValuesField",
                (scheme?.content.values ?? []).map(SchemeText.write).joined(separator: "\n"))
            html.element(.p, .class("hint"), text: view.say("assess.schemeHint"))
            html.element(.p) { view.submitButton(view.say("assess.keep")) }
        }
    }

    private func area(_ name: String, _ suffix: String, _ label: String, _ text: String) {
        view.field(name + suffix, view.say(label)) { hint in
            html.element(
                .textarea, .class("input words"), .id(name + suffix), .name(name), .custom("rows", 5), .dir("auto"),
                .describedBy(hint)
            ) { html.text(text) }
        }
    }
}

/// Texts in several languages as people type them.
enum SchemeText {
    /// `en: Name`, a line a language.
    static func write(_ texts: [String: String]) -> String {
        texts.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: "\n")
    }

    static func write(_ value: SchemeContent.Value) -> String {
        ([value.code] + value.labels.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" })
            .joined(separator: " | ")
    }

    static func texts(_ text: String) -> [String: String] {
        texts(text.split(whereSeparator: \.isNewline).map(String.init))
    }

    static func values(_ text: String) -> [SchemeContent.Value] {
        text.split(whereSeparator: \.isNewline).prefix(50).map { line in
            let parts = line.split(separator: "|").map(String.init)
            return SchemeContent.Value(
                code: parts.first.map(trimmed) ?? "", labels: texts(Array(parts.dropFirst())))
        }
    }

    private static func texts(_ parts: [String]) -> [String: String] {
        var found: [String: String] = [:]
        for part in parts {
            guard let colon = part.firstIndex(of: ":") else { continue }
            found[trimmed(String(part[..<colon])).lowercased()] = trimmed(String(part[part.index(after: colon)...]))
        }
        return found
    }

    private static func trimmed(_ text: String) -> String {
        var text = text[...]
        while text.first?.isWhitespace == true { text = text.dropFirst() }
        while text.last?.isWhitespace == true { text = text.dropLast() }
        return String(text)
    }
}

/// What forms of schemes do.
struct SchemeActions {
    private let visit: Visit
    private let form: Query
    private let assessments: Assessments

    init(_ visit: Visit, _ form: Query, _ assessments: Assessments) {
        self.visit = visit
        self.form = form
        self.assessments = assessments
    }

    private var version: Int { Int(form.words(Conflict.versionField)) ?? 0 }

    func save() async throws(WebError) -> Answer {
        let content = SchemeContent(
            names: SchemeText.texts(form.words("names")), about: SchemeText.texts(form.words("about")),
            values: SchemeText.values(form.words("values")))
        let id = OwnSchemeID(form.words("scheme"))
        _ = try await visit.run { () throws(WorkspaceError) in
            try await assessments.save(content, of: id, version: version, by: visit.member)
        }
        return back("schemeSaved")
    }

    func close() async throws(WebError) -> Answer {
        let id: OwnSchemeID = try visit.id()
        try await visit.run { () throws(WorkspaceError) in
            try await assessments.close(id, version: version, by: visit.member)
        }
        return back("schemeClosed")
    }

    private func back(_ said: String) -> Answer {
        .seeOther(View(visit).address(visit.path("/assessments/schemes"), [("said", said)]))
    }
}

import Cooperation
import Domain
import Frame
import Locales
import Markup
import Operations
import Programs

/// A need as a note of two pages for a resident coordinator, an embassy or a fund: on paper, or as a word processor's file.
struct ConceptNote {
    let view: View
    let visit: Visit
    let record: NeedRecord
    let cited: [CitedRecommendation]
    let institution: String?

    static func load(_ visit: Visit, _ cooperation: Cooperation) async throws(WebError) -> ConceptNote {
        let id: NeedID = try visit.id()
        let record = try await visit.run { () throws(WorkspaceError) in
            try await cooperation.needs.find(id, visit.member)
        }
        let cited = try await visit.run { () throws(WorkspaceError) in
            try await cooperation.needs.cited(record.need, language: visit.exchange.language)
        }
        let institution = try await visit.run { () throws(WorkspaceError) in
            try await cooperation.needs.institution(of: record.need)
        }
        return ConceptNote(
            view: View(visit), visit: visit, record: record, cited: cited, institution: institution)
    }

    /// What two pages hold, in letters: texts that are longer are shortened, and the note says so.
    private enum Room {
        static let asked = 1_900
        static let exists = 1_100
        static let missing = 1_300
        static let targetGroup = 400
        static let note = 300
        static let cited = 6
        static let citation = 240
    }

    /// The page to print: nothing but the note stays on paper.
    func page() async -> Answer {
        var head = PageHead(title: record.need.title, place: .needs)
        head.crumbs = [(view.address(visit.path("/needs/\(record.need.id)")), record.need.title)]
        return await view.page(head) { view.html.element(.article, .class("note")) { write() } }
    }

    /// The same as DOCX, made by pandoc.
    func docx() async throws(WebError) -> Answer {
        let html = view.html
        html.element(.html, .lang(view.words.tag)) {
            html.element(.head) { html.empty(.meta, .custom("charset", "utf-8")) }
            html.element(.body) { write() }
        }
        let direction = view.words.direction == .rightToLeft ? ["-M", "dir=rtl"] : []
        let bytes: [UInt8]
        do throws(ProgramError) {
            bytes = try await ProgramRunner().run(
                .pandoc, ["-f", "html", "-t", "docx", "-M", "lang=\(view.words.tag)"] + direction + ["-o", "-"],
                input: html.bytes, limits: ProgramLimits(seconds: 60, memoryBytes: 2 << 30))
        } catch {
            if case .missing = error { throw .invalid([.init(name: "pandoc", allowed: "letter.pandocMissing")]) }
            throw .failed("pandoc: \(error)")
        }
        return Answer(
            contentType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            body: .bytes(bytes), caching: .never,
            headers: [("Content-Disposition", "attachment; filename=\"need-\(record.need.id).docx\"")])
    }

    private var html: HTMLWriter { view.html }

    private func write() {
        let need = record.need
        html.element(.p, .class("kicker"), text: view.say("need.note.kicker"))
        html.element(.h1, .lang(need.language.rawValue), .dir("auto"), text: need.title)
        html.element(.p) {
            html.text(view.stateName(need.state))
            html.text(" · ")
            html.element(.bdi, text: visit.workspace.name)
            html.text(" · ")
            html.text(view.say("needStatus.\(need.status.rawValue)"))
            html.text(" · ")
            html.text(view.readers(need.publication.level))
        }
        if record.consent == nil { html.element(.p) { html.element(.strong, text: view.say("need.note.noConsent")) } }
        prose("need.asked", need.asked, Room.asked)
        recommendations()
        prose("need.exists", need.exists, Room.exists)
        prose("need.missing", need.missing, Room.missing)
        prose("need.targetGroup", need.targetGroup, Room.targetGroup)
        html.element(.h2, text: view.say("need.note.terms"))
        row("cooperation.kinds", need.kinds.isEmpty ? view.say("cooperation.notSaid") : view.help(need.kinds))
        row("need.institution", institution ?? view.say("cooperation.notSaid"))
        row("need.time", view.window(need.from, need.until))
        row("need.cost", view.money(need.cost))
        if need.isWhole { row("need.split", view.say("need.split.no")) }
        row(
            "need.languages",
            need.languages.isEmpty ? view.say("cooperation.notSaid") : view.languages(need.languages))
        row(
            "need.refused",
            need.refused.isEmpty ? view.say("cooperation.noneNamed") : view.conditions(need.refused))
        if !need.refusedNote.isEmpty {
            row("need.refusedNote", ShortText(need.refusedNote, most: Room.note).shown)
        }
        if !need.themes.isEmpty {
            row("cooperation.themes", view.list(need.themes.map { view.name(.theme, $0) }))
        }
        if !need.goals.isEmpty {
            let facts = NeedFacts(view: view, need: need)
            row("cooperation.goals", view.list(need.goals.map { facts.goal($0) }))
        }
        html.element(.h2, text: view.say("need.consent.title"))
        if let consent = record.consent {
            row("need.consent.authority", view.say("authority.\(consent.authority.rawValue)"))
            row("need.consent.office", consent.office)
            row("need.consent.date", view.date(consent.date))
            row("need.consent.instrument", consent.instrument)
        } else {
            html.element(.p, text: view.say("need.consent.none"))
        }
    }

    private func prose(_ key: String, _ text: String, _ most: Int) {
        guard !text.isEmpty else { return }
        let short = ShortText(text, most: most)
        html.element(.h2, text: view.say(key))
        html.element(.div, .lang(record.need.language.rawValue), .dir("auto")) { view.paragraphs(short.shown) }
        if short.isCut { html.element(.p) { html.element(.em, text: view.say("need.note.shortened")) } }
    }

    private func row(_ key: String, _ text: String) {
        html.element(.p) {
            html.element(.strong, text: view.say(key) + view.say("need.note.colon"))
            html.text(" ")
            html.element(.bdi, text: text)
        }
    }

    private func recommendations() {
        guard !cited.isEmpty else { return }
        html.element(.h2, text: view.say("need.sources"))
        html.element(.ul) {
            for one in cited.prefix(Room.cited) {
                html.element(.li) {
                    html.element(.bdi, text: one.place)
                    if !one.place.isEmpty { html.text(view.say("need.note.colon") + " ") }
                    html.element(
                        .span, .lang(one.language.rawValue), .dir("auto"),
                        text: ShortText(one.text, most: Room.citation).shown)
                }
            }
        }
        let more = cited.count - Room.cited
        if more > 0 { html.element(.p, text: view.say("need.note.more", ["count": .number(more)])) }
    }
}

import Domain
import FollowUpWeb
import Frame
import Locales
import Markup
import Plans
import Rounds

/// One paragraph of a round: its words, who was asked and answered what, and what the mechanism settles on.
struct RoundParagraphView {
    let view: View
    let visit: Visit
    let page: RoundParagraphPage
    let comments: CommentsPart
    /// A form that was refused: which one, what was typed, and why.
    var refused: (form: String, typed: Query, why: String)?

    static func answer(
        _ visit: Visit, _ rounds: Rounds, refused: (form: String, typed: Query, why: String)? = nil
    ) async throws(WebError) -> Answer {
        let id: RoundParagraphID = try visit.id("paragraph")
        let page = try await visit.run { () throws(WorkspaceError) in try await rounds.paragraph(id, visit.member) }
        guard page.round.id.description == visit.exchange.value("id") else { throw .notFound }
        let comments = try await visit.run { () throws(WorkspaceError) in
            try await CommentsPart(page.line.paragraph.subject, rounds.store, visit)
        }
        let view = View(visit)
        let content = RoundParagraphView(view: view, visit: visit, page: page, comments: comments, refused: refused)
        var head = PageHead(
            title: view.say("round.paragraph.title", ["name": .text(page.line.paragraph.name)]), place: .round)
        head.crumbs = [
            (view.address(visit.path("/round")), view.say("round.title")), (content.roundPath, page.round.title),
        ]
        head.path = content.path()
        return await view.page(head, status: refused == nil ? 200 : 400) { content.write() }
    }

    private var html: HTMLWriter { view.html }
    private var paragraph: RoundParagraph { page.line.paragraph }
    private var roundPath: String { view.address(visit.path("/round/\(page.round.id)")) }
    private var names: [InstitutionID: String] {
        Dictionary(page.institutions.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    func path(_ rest: String = "") -> String {
        view.address(visit.path("/round/\(page.round.id)/paragraphs/\(paragraph.id)\(rest)"))
    }

    private func write() {
        view.pageHead(
            kicker: page.round.title, view.say("round.paragraph.title", ["name": .text(paragraph.name)]))
        if let refused { view.problem(view.words.has(refused.why) ? view.say(refused.why) : refused.why) }
        if let said = view.exchange.query.first("said"), RoundNotice.works.contains(said) {
            view.done(view.say("round.said.\(said)", ["count": .number(1)]))
        }
        steps()
        words()
        former()
        if paragraph.decided != nil {
            html.element(.p) {
                view.position(paragraph.decided)
                html.text(" ")
                view.write("round.decided.text")
            }
        } else {
            proposals()
            if visit.may(.manageRound) { settle() }
        }
        if !page.earlier.isEmpty { earlier() }
        comments.write(view)
    }

    private func steps() {
        html.element(.p, .class("steps-line")) {
            for (id, key) in [(page.previous, "round.previous"), (page.next, "pager.next")] {
                if let id {
                    view.link(
                        view.address(visit.path("/round/\(page.round.id)/paragraphs/\(id)")), view.say(key))
                }
            }
        }
    }

    private func words() {
        let text = paragraph.text([view.exchange.language, visit.workspace.language])
        html.element(.p, .class("quote"), .lang(text.language.rawValue), .dir("auto"), text: text.text)
        html.element(.p, .class("hint")) {
            if !paragraph.recommending.isEmpty {
                view.write("round.madeBy") { _ in view.stateLinks(paragraph.recommending) }
                html.text(" · ")
            }
            view.link(view.recommendationAddress(paragraph.recommendation), view.say("round.inRecord"))
        }
    }

    /// What became of it since an earlier report.
    private func former() {
        if let why = paragraph.dropped {
            html.element(.p) {
                view.write("round.formerly.dropped") { _ in html.element(.q, .dir("auto"), text: why) }
            }
        }
        if let into = paragraph.mergedInto {
            html.element(.p) {
                view.write("round.formerly.merged") { _ in
                    view.link(
                        view.address(visit.path("/round/\(page.round.id)/paragraphs/\(into)")), "\(into)")
                }
            }
        }
        guard !page.moves.isEmpty else { return }
        html.element(.ul, .class("hint")) {
            for move in page.moves {
                html.element(.li) {
                    view.write(
                        "round.move.\(move.kind.rawValue)",
                        ["old": .text(move.oldNumber ?? "–"), "new": .text(move.newNumber ?? "–")])
                    if move.kind == .reworded,
                        let old = move.oldTexts[view.exchange.language] ?? move.oldTexts.values.first
                    {
                        html.text(" ")
                        html.element(.q, .dir("auto"), text: old)
                    }
                }
            }
        }
    }

    private func proposals() {
        view.section("proposals", view.say("round.proposals.title")) {
            if page.line.isDisputed {
                html.element(.p, .class("notice"), text: view.say("round.proposals.disputed"))
            }
            guard !page.line.proposals.isEmpty else {
                html.element(.p, text: view.say("round.proposals.none"))
                return
            }
            for proposal in page.line.proposals {
                html.element(.div, .class("proposal"), .id("proposal-\(proposal.id)")) {
                    html.element(.h3, .dir("auto"), text: names[proposal.institution] ?? "")
                    RoundProposalForm(of: self, proposal: proposal).write()
                }
            }
        }
    }

    private func settle() {
        view.section("resolution", view.say("round.resolution.title"), view.say("round.resolution.text")) {
            let open = page.round.status == .open && paragraph.isLive
            if paragraph.resolution != nil {
                html.element(.dl, .class("facts-list")) {
                    view.fact(view.say("round.field.position")) { view.position(paragraph.resolution) }
                    view.fact(view.say("round.field.reason")) { said(paragraph.reason) }
                    if !paragraph.legalNote.isEmpty {
                        view.fact(view.say("round.field.legalNote")) { said(paragraph.legalNote) }
                    }
                    view.fact(view.say("round.column.clearance")) { view.clearance(paragraph.clearance) }
                }
            }
            guard open else { return }
            if paragraph.clearance.step.isOpen { resolveForm() }
            if paragraph.resolution != nil { clearForm() }
        }
    }

    func said(_ text: String) {
        guard !text.isEmpty else { return html.text(view.say("workspace.noValue")) }
        html.element(.span, .class("written"), .dir("auto"), text: text)
    }

    private func resolveForm() {
        let typed = refused?.form == "resolve" ? refused?.typed : nil
        let position = typed.map { Position(rawValue: $0.words("resolution")) } ?? paragraph.resolution
        let language = visit.workspace.language.rawValue
        view.fold(view.say("round.resolve.one"), isOpen: paragraph.resolution == nil || typed != nil) {
            view.workForm(path("/resolve"), version: paragraph.version) {
                view.positionChoice("resolution", chosen: position)
                let proposed =
                    paragraph.resolution == nil ? page.line.reasons.joined(separator: "\n") : paragraph.reason
                view.textArea(
                    "reason", view.say("round.field.reason"), typed?.words("reason") ?? proposed, language: language,
                    rows: 4)
                view.textArea(
                    "legalNote", view.say("round.field.legalNote"), typed?.words("legalNote") ?? paragraph.legalNote,
                    language: language, rows: 2)
                html.element(.p) { view.submitButton(view.say("round.resolve.button")) }
            }
        }
    }

    private func clearForm() {
        let next = paragraph.clearance.step.next.filter { Rounds.steps.contains($0) || $0 == .returned }
        guard !next.isEmpty else { return }
        view.fold(view.say("round.clear.one"), isOpen: !paragraph.clearance.step.isOpen) {
            view.workForm(path("/clear"), version: paragraph.version) {
                view.textField("note", view.say("round.field.clearanceNote"), "", most: Clearance.noteCharactersMax)
                html.element(.p, .class("actions")) {
                    for step in next {
                        view.submitButton(
                            view.say("round.clear.\(step.rawValue)"), name: "step", value: step.rawValue,
                            isPlain: step == .returned)
                    }
                }
            }
        }
    }

    /// What was answered on the paragraphs it was joined from.
    private func earlier() {
        view.section("earlier", view.say("round.earlier.title"), view.say("round.earlier.text")) {
            for line in page.earlier {
                html.element(.h3, text: line.paragraph.name)
                html.element(.ul, .class("asked")) {
                    for proposal in line.proposals {
                        html.element(.li) {
                            html.element(.span, .dir("auto"), text: names[proposal.institution] ?? "")
                            html.text(" ")
                            if proposal.position == nil { html.text(view.say("round.position.none")) }
                            view.position(proposal.position)
                            html.text(" ")
                            html.element(.span, .class("hint"), .dir("auto"), text: proposal.reason)
                        }
                    }
                }
            }
        }
    }
}

extension View {
    /// How far something is cleared, by whom and when.
    func clearance(_ clearance: Clearance) {
        write("round.step.\(clearance.step.rawValue)")
        if let by = clearance.by, let at = clearance.at {
            html.text(" · ")
            write("round.step.who", ["when": .text(moment(at))]) { _ in html.element(.bdi, text: by) }
        }
        if let note = clearance.note, !note.isEmpty {
            html.element(.p, .class("hint written"), .dir("auto"), text: note)
        }
    }
}

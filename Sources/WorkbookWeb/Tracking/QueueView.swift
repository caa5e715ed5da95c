import Domain
import Frame
import Locales
import Markup
import People
import Plans
import Workbooks

/// Rows of tracking workbooks: what waits for a person, what was taken over, what was set aside.
struct QueueView {
    let visit: Visit
    let shown: QueueShown
    let rows: [QueuedRow]
    let next: TrackingRowID?
    let counts: TrackingCounts
    let words: [TrackingPreview.UnknownWord]
    let institutions: [Institution]
    let trouble: String?

    static func answer(
        _ visit: Visit, _ plans: Plans, shown asked: QueueShown? = nil, trouble: String? = nil
    ) async throws(WebError) -> Answer {
        let query = visit.exchange.query
        let shown = asked ?? query.first("show").flatMap { QueueShown(rawValue: $0) } ?? .waiting
        do throws(TrackingError) {
            let page = try await plans.tracking.rows(
                shown.status, leftover: shown == .leftover, after: query.first("after").flatMap { TrackingRowID($0) },
                visit.member)
            let words = shown == .leftover ? try await plans.tracking.unknownWords(visit.member) : []
            let institutions: [Institution]
            do throws(WorkspaceError) {
                institutions = shown == .leftover ? try await Institutions(plans.store).all(visit.member) : []
            } catch { throw .workspace(error) }
            return await QueueView(
                visit: visit, shown: shown, rows: page.rows, next: page.next,
                counts: try await plans.tracking.counts(nil, visit.member), words: words, institutions: institutions,
                trouble: trouble
            ).page(View(visit))
        } catch { throw WebError(error) }
    }

    var path: String { visit.path("/workbooks/tracking/queue") }

    private func page(_ view: View) async -> Answer {
        let title = view.say("sheets.queue.\(shown.rawValue)")
        let head = PageHead(
            title: title, place: .workbooks, crumbs: TrackingView.crumbs(visit, view, isBelow: true), path: path,
            isWide: true)
        return await view.page(head, status: trouble == nil ? 200 : 400) {
            view.pageHead(
                kicker: view.say("sheets.tracking"), title, lead: view.say("sheets.queueLead.\(shown.rawValue)"))
            view.sheetDone(["tracked", "matched", "aside", "back", "settled", "words"])
            if let trouble { view.problem(trouble) }
            TrackingView.rowNumbers(counts, visit, view)
            if !words.isEmpty {
                view.section("words", view.say("sheets.words"), view.say("sheets.words.lead")) { wordForm(view) }
            }
            guard !rows.isEmpty else {
                view.html.element(.p, .class("soft"), text: view.say("sheets.queue.none"))
                return
            }
            for row in rows { QueueRowView(queue: self, queued: row).write(view) }
            view.pager(next: next?.description)
        }
    }

    private func wordForm(_ view: View) {
        let html = view.html
        html.element(
            .form, .class("fields"), .method("post"), .action(view.address(visit.path("/workbooks/tracking/words")))
        ) {
            view.hiddenField(Signed.tokenField, view.session?.csrf ?? "")
            for (place, word) in words.prefix(40).enumerated() {
                view.hiddenField("word-\(word.kind.rawValue)-\(place)", word.word)
            }
            for (place, word) in words.prefix(40).enumerated() {
                let name = "\(word.kind.rawValue)-\(place)"
                let hint = view.say(
                    "sheets.words.where.\(word.kind.rawValue)",
                    [
                        "count": .number(word.count), "sheet": .text(word.firstSheet),
                        "row": .text(String(word.firstRow)),
                    ])
                switch word.kind {
                case .institution:
                    view.institutionSelect(
                        name, word.word, institutions, chosen: nil, nobody: view.say("sheets.words.later"), hint: hint)
                case .status:
                    let options = ImplementationStatus.allCases.map {
                        ($0.rawValue, view.say("sheets.standing.\($0.rawValue)"))
                    }
                    view.select(
                        name, word.word, [("", view.say("sheets.words.later"))] + options, chosen: "", hint: hint)
                }
            }
            html.element(.p) {
                html.element(.button, .class("button"), .type("submit"), text: view.say("sheets.words.button"))
            }
        }
    }
}

import Domain
import Frame
import Locales
import Markup
import Operations
import People

/// Suggestions for many recommendations, the most certain first: to be confirmed or rejected one by one, ticked, or all above a
/// stated probability, and taken back.
struct SuggestionsView {
    let view: View
    let signed: Signed
    let asked: SuggestionQuestion
    let list: SuggestionList
    let batches: [TagBatch]
    let overview: Overview

    /// Rows on a page; the page stays under 100 KB.
    static let rowsMax = 60

    static func answer(
        _ signed: Signed, refused: String? = nil, status: Int = 200
    ) async throws(WebError) -> Answer {
        let asked = try SuggestionQuestion(signed.exchange)
        let tags = signed.exchange.site.tags
        let list: SuggestionList
        let batches: [TagBatch]
        do throws(OperationError) {
            list = try await tags.list(asked.request)
            batches = try await tags.recentBatches()
        } catch { throw WebError(error) }
        let view = View(signed)
        let content = SuggestionsView(
            view: view, signed: signed, asked: asked, list: list, batches: batches,
            overview: try await signed.exchange.site.overview())
        var head = PageHead(title: view.say("suggestions.title"))
        head.crumbs = [(view.address("/desk"), view.say("nav.desk"))]
        head.isWide = true
        head.path = "/suggestions"
        return await view.page(head, status: status) { content.write(refused) }
    }

    private var html: HTMLWriter { view.html }

    private func write(_ refused: String?) {
        view.pageHead(view.say("suggestions.title"), lead: view.say("suggestions.lead"))
        if let refused { view.problem(refused) } else { said() }
        filter()
        if let problem = list.problem {
            html.element(.div, .class("notice"), .role("status")) {
                html.element(.p) { html.element(.strong, text: view.say("suggestions.noModel")) }
                html.element(.p, .dir("ltr"), .lang("en"), text: problem)
            }
        } else if list.rows.isEmpty {
            view.empty(view.say("suggestions.nothing.title")) {
                html.element(.p, text: view.say("suggestions.nothing.text", ["looked": .number(list.looked)]))
            }
        } else {
            rows()
        }
        undo()
    }

    private func said() {
        guard let said = view.exchange.query.first("said"), view.words.has("suggestions.said.\(said)") else { return }
        let count = view.exchange.query.first("n").flatMap { Int($0) } ?? 0
        view.done(view.say("suggestions.said.\(said)", ["count": .number(count)]))
    }

    private func filter() {
        html.element(.form, .class("choose"), .action("/suggestions"), .method("get")) {
            let states = view.stateNames(overview.states.values.map { StateCode($0.value) })
            view.select(
                "state", view.facetName(.state),
                [("", view.say("suggestions.any"))] + states.map { ($0.code.rawValue, $0.name) },
                chosen: asked.question.request.filters[.state]?.sorted().first ?? "")
            view.select(
                "tag", view.say("suggest.kind"),
                [("", view.say("suggestions.any"))]
                    + SuggestionQuestion.kinds.map { ($0.rawValue, view.say("tag.\($0.rawValue)")) },
                chosen: asked.kind?.rawValue ?? "")
            view.select(
                "least", view.say("suggestions.least"),
                SuggestionQuestion.steps.map { (String($0), view.words.percent($0, of: 100)) },
                chosen: String(asked.least))
            for item in asked.question.items where item.0 != "state" { view.hiddenField(item.0, item.1) }
            if view.exchange.isLanguageAsked { view.hiddenField("lang", view.words.tag) }
            html.element(.div) {
                html.element(.button, .class("button plain"), .type("submit"), text: view.say("tables.button"))
            }
        }
    }

    private func rows() {
        let count = list.rows.count
        html.element(.h2, text: view.say("suggestions.count", ["count": .number(count)]))
        html.element(
            .p, .class("hint"),
            text: view.say(
                "suggestions.looked",
                [
                    "looked": .number(list.looked), "matched": .number(list.matched),
                    "model": .text(list.model ?? "–"), "shown": .number(min(count, Self.rowsMax)),
                ]))
        html.element(.form, .method("post"), .action(view.address("/suggestions", asked.items))) {
            view.hiddenField(Signed.tokenField, signed.session.csrf)
            view.hiddenField("model", list.model ?? "")
            view.hiddenField("count", String(count))
            view.table(view.say("suggestions.title"), style: "suggestions-table") {
                view.headRow([
                    (view.say("suggestions.pick"), false), (view.say("suggestions.tag"), false),
                    (view.say("suggestions.probability"), true), (view.say("suggestions.record"), false),
                ])
                html.element(.tbody) {
                    for (place, row) in list.rows.prefix(Self.rowsMax).enumerated() { self.row(row, place) }
                }
            }
            if signed.isCoordinator {
                buttons(count)
            } else {
                html.element(.p, text: view.say("suggestions.coordinator"))
            }
        }
    }

    private func row(_ row: SuggestionList.Row, _ place: Int) {
        let id = "pick-\(place + 1)"
        html.element(.tr) {
            html.element(.td) {
                guard signed.isCoordinator else { return }
                html.empty(
                    .input, .type("checkbox"), .id(id), .name("pick"), .value(SuggestionDecisions.text(row)))
            }
            html.element(.th, .scope("row")) {
                if signed.isCoordinator {
                    html.element(.label, .for(id)) { tag(row.tag) }
                } else {
                    tag(row.tag)
                }
            }
            html.element(.td, .class("n"), text: view.percent(row.tag.probability))
            html.element(.td) {
                html.element(.a, .href(view.recommendationAddress(row.recommendation) + "#suggested")) {
                    html.element(
                        .bdi,
                        text: [row.symbol?.printed, row.paragraph?.printed].compactMap { $0 }.joined(separator: " § "))
                    if row.symbol == nil && row.paragraph == nil { html.text("#\(row.recommendation)") }
                }
                html.text(" ")
                html.element(
                    .span, .lang(row.language.rawValue), .dir("auto"),
                    text: row.text.count > 180 ? String(row.text.prefix(179)) + "…" : row.text)
            }
        }
    }

    private func tag(_ tag: SuggestedTag) {
        html.element(.span, .class("soft"), text: view.say("tag.\(tag.kind.rawValue)"))
        html.text(" ")
        html.text(view.tagName(tag.kind, tag.code))
    }

    private func buttons(_ count: Int) {
        html.element(.p, .class("actions")) {
            button("confirm", "button", view.say("suggestions.confirmPicked"))
            button("reject", "button plain", view.say("suggestions.rejectPicked"))
        }
        html.element(.p, .class("actions")) {
            button(
                "all", "button plain",
                view.say(
                    "suggestions.confirmAll",
                    [
                        "count": .number(min(count, Tags.decisionsMax)),
                        "least": .text(view.words.percent(asked.least, of: 100)),
                    ]))
        }
    }

    private func button(_ name: String, _ style: String, _ text: String) {
        html.element(.button, .class(style), .type("submit"), .name("do"), .value(name), text: text)
    }

    /// The last steps, each to be taken back as far as it still holds.
    private func undo() {
        guard !batches.isEmpty else { return }
        view.section("undo", view.say("suggestions.recent"), view.say("suggestions.recentText")) {
            html.element(.ul, .class("tags")) {
                for batch in batches {
                    html.element(.li) {
                        html.element(
                            .span,
                            text: view.say(
                                "suggestions.batch.\(batch.verdict.rawValue)", ["count": .number(batch.count)]))
                        html.element(.span, .class("origin")) {
                            html.element(.bdi, text: batch.by)
                            html.text(" · " + (CalendarDate(batch.at).map { view.date($0) } ?? batch.at))
                        }
                        if signed.isCoordinator { takeBack(batch) }
                    }
                }
            }
        }
    }

    private func takeBack(_ batch: TagBatch) {
        html.element(.form, .method("post"), .action(view.address("/suggestions", asked.items))) {
            view.hiddenField(Signed.tokenField, signed.session.csrf)
            view.hiddenField("batch", batch.id.description)
            html.element(
                .button, .class("button plain small"), .type("submit"), .name("do"), .value("undo"),
                text: view.say("suggest.withdraw"))
        }
    }
}

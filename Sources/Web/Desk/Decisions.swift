import Domain
import Frame
import Locales
import Operations

/// What people decide on items. Every answer leads to a page that can be loaded again: the next open item.
enum Decisions {
    static func decide(_ signed: Signed, _ form: Query) async throws(WebError) -> Answer {
        let (question, page, item) = try await found(signed)
        let version = form.first("version").flatMap { Int($0) } ?? 0
        let desk = signed.exchange.site.desk
        let view = View(signed)
        do {
            switch form.first("do") ?? "accept" {
            case "reopen":
                try await desk.reopen(question.reading, [item.id: version], by: signed.caller)
                return .seeOther(question.address(view, said: .reopened) + "#item")
            case "drop":
                try await desk.drop(question.reading, [item.id: version], by: signed.caller)
                return next(after: item, page, question, view, .dropped)
            case "save":
                let saved = try await correct(item, version, form, signed)
                return .seeOther(question.on(saved.id).address(view, said: .saved) + "#item")
            default:
                let saved = try await correct(item, version, form, signed)
                let result = try await desk.accept(
                    question.reading, .items([saved.id: saved.version]), by: signed.caller)
                if let reason = result.refused.values.first.map(view.refusal) ?? result.report?.failure {
                    return try await refuse(signed, form, view.say("item.refused", ["reason": .text(reason)]))
                }
                try await confirmTags(saved.id, question, form, signed)
                return next(after: item, page, question, view, .accepted)
            }
        } catch let trouble as ItemForm.Trouble {
            return try await refuse(signed, form, trouble.reason)
        } catch {
            return try await answer(error, signed, form)
        }
    }

    /// Suggestions that were ticked are confirmed of the record the item became.
    private static func confirmTags(
        _ item: ReadingItemID, _ question: ReviewQuestion, _ form: Query, _ signed: Signed
    ) async throws {
        guard signed.isCoordinator, form.first("tag") != nil else { return }
        let page = try await signed.exchange.site.desk.reading(question.reading, for: signed.caller)
        guard let record = page.items.first(where: { $0.id == item })?.recommendation else { return }
        _ = try await signed.exchange.site.tags.decide(
            SuggestionsOfItem.choices(form, record), .confirmed, by: signed.caller)
    }

    static func split(_ signed: Signed, _ form: Query) async throws(WebError) -> Answer {
        let (question, _, item) = try await found(signed)
        let view = View(signed)
        guard let place = form.first("at").flatMap({ Int($0) }),
            let findings = TextSplit.findings(item.current, at: place, reference: view.names.reference)
        else { return try await refuse(signed, form, view.say("split.nowhere")) }
        do {
            let made = try await signed.exchange.site.desk.split(
                item.id, version: form.first("version").flatMap { Int($0) } ?? 0, into: findings, by: signed.caller)
            return .seeOther(question.on(made.first?.id ?? item.id).address(view, said: .split) + "#item")
        } catch {
            return try await answer(error, signed, form)
        }
    }

    static func merge(_ signed: Signed, _ form: Query) async throws(WebError) -> Answer {
        let (question, _, item) = try await found(signed)
        func number(_ name: String) -> Int { form.first(name).flatMap { Int($0) } ?? 0 }
        guard let next = form.first("next").flatMap({ ReadingItemID($0) }), next != item.id else { throw .notFound }
        do {
            let made = try await signed.exchange.site.desk.merge(
                [item.id: number("version"), next: number("nextVersion")], by: signed.caller)
            return .seeOther(question.on(made.id).address(View(signed), said: .merged) + "#item")
        } catch {
            return try await answer(error, signed, form)
        }
    }

    static func acceptMany(_ signed: Signed, _ form: Query) async throws(WebError) -> Answer {
        let question = try ReviewQuestion(signed.exchange)
        let view = View(signed)
        let selection: ItemSelection = form.first("which") == "all" ? .allOpen : .certain
        do {
            let result = try await signed.exchange.site.desk.accept(question.reading, selection, by: signed.caller)
            if let (id, reason) = result.refused.min(by: { $0.key.value < $1.key.value }) {
                let place = question.on(id)
                let text = view.say(
                    "bulk.refused",
                    [
                        "accepted": .number(result.accepted), "count": .number(result.refused.count),
                        "reason": .text(view.refusal(reason)),
                    ])
                return try await refuse(signed, form, text, at: place)
            }
            if let failure = result.report?.failure {
                return try await refuse(signed, form, view.say("item.refused", ["reason": .text(failure)]))
            }
            return .seeOther(question.address(view, said: .acceptedMany, count: result.accepted))
        } catch {
            return try await answer(error, signed, form)
        }
    }

    private static func found(
        _ signed: Signed
    ) async throws(WebError) -> (ReviewQuestion, ReadingPage, ReadingItem) {
        let question = try ReviewQuestion(signed.exchange)
        let page: ReadingPage
        do { page = try await signed.exchange.site.desk.reading(question.reading, for: signed.caller) } catch {
            throw WebError(error)
        }
        guard let item = page.items.first(where: { $0.id == question.item }) else { throw .notFound }
        return (question, page, item)
    }

    /// Stores what was changed in the form; where nothing was, the item as the reader saw it.
    private static func correct(
        _ item: ReadingItem, _ version: Int, _ form: Query, _ signed: Signed
    ) async throws -> ReadingItem {
        let finding = try ItemForm(view: View(signed), form: form).finding(from: item.current)
        // Somebody else's newer version is no ground to judge by what was typed: the desk refuses it.
        guard finding != item.current || version != item.version else { return item }
        return try await signed.exchange.site.desk.edit(item.id, version: version, to: finding, by: signed.caller)
    }

    /// The open item that follows the decided one, as the reader's list had them.
    private static func next(
        after item: ReadingItem, _ page: ReadingPage, _ question: ReviewQuestion, _ view: View,
        _ said: ReviewQuestion.Said
    ) -> Answer {
        let list = question.list(page.items)
        let index = list.firstIndex { $0.id == item.id }
        let rest = index.map { Array(list[($0 + 1)...] + list[..<$0]) } ?? list
        let following = rest.first { $0.status == .open && $0.id != item.id }
        return .seeOther(question.on(following?.id).address(view, said: said) + "#item")
    }

    private static func answer(_ error: any Error, _ signed: Signed, _ form: Query) async throws(WebError) -> Answer {
        let view = View(signed)
        switch error {
        case DeskError.stale: return try await refuse(signed, form, view.say("item.stale"), status: 409)
        case DeskError.invalid(let field, let allowed):
            return try await refuse(signed, form, view.refusal(field, allowed))
        case let error as DeskError: throw WebError(error)
        case let error as TagError: throw WebError(error)
        case let error as WebError: throw error
        default: throw .failed("\(error)")
        }
    }

    /// The page again, with what was typed and why it could not be taken.
    private static func refuse(
        _ signed: Signed, _ form: Query, _ reason: String, status: Int = 422, at question: ReviewQuestion? = nil
    ) async throws(WebError) -> Answer {
        try await ReviewView.answer(
            signed, refused: RefusedForm(form: form, reason: reason), status: status, at: question)
    }
}

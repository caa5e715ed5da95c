import Domain
import Frame
import Locales
import People
import Plans
import Workbooks

/// What is done with a workbook that came back.
enum ReturnHandling {
    static let choiceField = "choice-"
    static let seenField = "seen-"

    static func id(_ visit: Visit) throws(WebError) -> WorkbookReturnID {
        guard let id = WorkbookReturnID(visit.exchange.value("id")) else { throw .notFound }
        return id
    }

    static func version(_ form: Query) -> Int { form.first(Conflict.versionField).flatMap { Int($0) } ?? 0 }

    static func apply(_ visit: Visit, _ form: Query, _ plans: Plans) async throws(WebError) -> Answer {
        let id = try id(visit)
        var choices: [String: ConflictChoice] = [:]
        var seen: [String: String] = [:]
        for item in form.items {
            if item.name.hasPrefix(choiceField), let choice = ConflictChoice(rawValue: item.value) {
                choices[String(item.name.dropFirst(choiceField.count))] = choice
            } else if item.name.hasPrefix(seenField) {
                seen[String(item.name.dropFirst(seenField.count))] = item.value.replacing("\r\n", with: "\n")
            }
        }
        let view = View(visit)
        do throws(TrackingError) {
            let count = try await plans.workbooks.apply(
                id, choices: choices, seen: seen, leavesWrong: form.first("leave") == "yes", version: version(form),
                visit.exchange.site.locales, by: visit.member)
            return .seeOther(
                view.address(visit.path("/workbooks/back/\(id)"), [("said", "applied"), ("n", String(count))]))
        } catch {
            guard case .workspace(.invalid(let troubles)) = error, let first = troubles.first,
                view.words.has(first.allowed)
            else { throw WebError(error) }
            return try await ReturnView.answer(visit, plans, trouble: view.say(first.allowed), choices: choices)
        }
    }

    static func discard(_ visit: Visit, _ form: Query, _ plans: Plans) async throws(WebError) -> Answer {
        let id = try id(visit)
        do throws(TrackingError) {
            try await plans.workbooks.discard(id, version: version(form), by: visit.member)
        } catch { throw WebError(error) }
        return .seeOther(View(visit).address(visit.path("/workbooks/back/\(id)"), [("said", "discarded")]))
    }

    static func undo(_ visit: Visit, _ plans: Plans) async throws(WebError) -> Answer {
        let id = try id(visit)
        do throws(TrackingError) {
            guard let batch = try await plans.workbooks.batch(id, visit.member) else { throw .workspace(.notFound) }
            do throws(WorkspaceError) {
                let result = try await plans.undo(batch: batch, by: visit.member)
                return .seeOther(
                    View(visit).address(
                        visit.path("/workbooks/back/\(id)"), [("said", "undone"), ("n", String(result.changed))]))
            } catch { throw .workspace(error) }
        } catch { throw WebError(error) }
    }
}

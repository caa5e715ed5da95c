import Domain
import Frame
import Locales
import People
import Plans
import Workbooks

/// What is done with tracking workbooks and their rows.
enum TrackingHandling {
    static func file(_ visit: Visit) throws(WebError) -> TrackingFileID {
        guard let id = TrackingFileID(visit.exchange.value("id")) else { throw .notFound }
        return id
    }

    static func filePath(_ visit: Visit, _ id: TrackingFileID) -> String {
        visit.path("/workbooks/tracking/files/\(id)")
    }

    static func upload(_ visit: Visit, _ plans: Plans) async throws(WebError) -> Answer {
        let view = View(visit)
        guard let file = try await SheetUpload.read(visit) else {
            return try await TrackingView.answer(visit, plans, trouble: view.say("sheets.file.none"))
        }
        do throws(TrackingError) {
            let kept = try await plans.tracking.upload(file.name, file.bytes, by: visit.member)
            return .seeOther(view.address(filePath(visit, kept.id)))
        } catch {
            guard let trouble = view.fileTrouble(error) else { throw WebError(error) }
            return try await TrackingView.answer(visit, plans, trouble: trouble)
        }
    }

    static func map(_ visit: Visit, _ form: Query, _ plans: Plans) async throws(WebError) -> Answer {
        let id = try file(visit)
        let name = (form.first("name") ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        do throws(TrackingError) {
            let sheets = try await plans.tracking.sheets(id, visit.member)
            let mapping = MappingForm.mapping(form, sheets)
            try await plans.tracking.map(
                id, mapping, version: ReturnHandling.version(form), keptAs: name.isEmpty ? nil : name, by: visit.member)
            return .seeOther(View(visit).address(filePath(visit, id) + "/preview"))
        } catch {
            guard case .workspace(.invalid(let troubles)) = error, let first = troubles.first else {
                throw WebError(error)
            }
            return try await MappingView.answer(visit, plans, trouble: View(visit).say(first.allowed))
        }
    }

    static func apply(_ visit: Visit, _ form: Query, _ plans: Plans) async throws(WebError) -> Answer {
        let id = try file(visit)
        do throws(TrackingError) {
            let counts = try await plans.tracking.apply(id, version: ReturnHandling.version(form), by: visit.member)
            return .seeOther(
                View(visit).address(
                    visit.path("/workbooks/tracking/queue"), [("said", "tracked"), ("n", String(counts.applied))]))
        } catch { throw WebError(error) }
    }

    // MARK: Rows

    /// One form holds a row and what is to be done with it.
    static func decide(_ visit: Visit, _ form: Query, _ plans: Plans) async throws(WebError) -> Answer {
        guard let row = form.first("row").flatMap({ TrackingRowID($0) }) else { throw .notFound }
        let version = ReturnHandling.version(form)
        let tracking = plans.tracking
        var said = "matched"
        do throws(TrackingError) {
            switch form.first("do") {
            case "match":
                let typed = (form.first("record") ?? "").filter { $0.isNumber }
                let chosen = form.first("candidate").flatMap { RecommendationID($0) } ?? RecommendationID(typed)
                guard let chosen else { throw .workspace(.invalid("record", "sheets.allowed.record")) }
                try await tracking.choose([(row, version, chosen)], by: visit.member)
            case "aside":
                try await tracking.setAside([(row, version)], why: form.first("why") ?? "", by: visit.member)
                said = "aside"
            case "back":
                try await tracking.bringBack([(row, version)], by: visit.member)
                said = "back"
            case "settle":
                guard let field = form.first("field").flatMap({ TrackingField(rawValue: $0) }),
                    let choice = form.first("choice").flatMap({ LeftoverChoice(rawValue: $0) })
                else { throw .workspace(.invalid("choice", "sheets.allowed.choice")) }
                let value = form.first("value").flatMap { $0.isEmpty ? nil : $0 }
                try await tracking.settle(row, field, choice, value: value, version: version, by: visit.member)
                said = "settled"
            default: throw .workspace(.invalid("do", "sheets.allowed.choice"))
            }
        } catch {
            guard case .workspace(.invalid(let troubles)) = error, let first = troubles.first else {
                throw WebError(error)
            }
            return try await QueueView.answer(
                visit, plans, shown: shown(form), trouble: View(visit).say(first.allowed))
        }
        return .seeOther(queue(visit, form, said))
    }

    static func shown(_ form: Query) -> QueueShown {
        form.first("show").flatMap { QueueShown(rawValue: $0) } ?? .waiting
    }

    private static func queue(_ visit: Visit, _ form: Query, _ said: String) -> String {
        View(visit).address(
            visit.path("/workbooks/tracking/queue"), [("show", shown(form).rawValue), ("said", said)])
    }

    /// Words of institutions and statuses: `institution-3` chosen for the word in `word-institution-3`.
    static func words(_ visit: Visit, _ form: Query, _ plans: Plans) async throws(WebError) -> Answer {
        var words: [TrackingWord] = []
        for item in form.items where item.name.hasPrefix("word-") {
            let place = String(item.name.dropFirst("word-".count))
            guard let kind = TrackingWord.Kind(rawValue: String(place.prefix { $0 != "-" })),
                let value = form.first(place), !value.isEmpty
            else { continue }
            words.append(TrackingWord(kind: kind, word: item.value, value: value))
        }
        guard !words.isEmpty else {
            return try await QueueView.answer(
                visit, plans, shown: .leftover, trouble: View(visit).say("sheets.allowed.choice"))
        }
        do throws(TrackingError) { try await plans.tracking.settle(words, by: visit.member) } catch {
            throw WebError(error)
        }
        return .seeOther(
            View(visit).address(
                visit.path("/workbooks/tracking/queue"),
                [("show", "leftover"), ("said", "words"), ("n", String(words.count))]))
    }
}

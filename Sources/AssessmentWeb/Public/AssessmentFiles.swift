import Assessments
import Domain
import Frame
import Hummingbird
import Locales
import NIOCore
import People
import Reports

/// The list as a file and as a feed, and packages for other installations.
enum AssessmentFiles {
    /// Lines of one file; a question that finds more is refused, and not cut off.
    static let linesMax = 100_000
    /// Three bytes before the first line, and nowhere else.
    private static let byteOrderMark = 3
    private static let columns = [
        "id", "address", "state", "kind", "thing", "document", "paragraph", "part", "issue", "assessor_kind",
        "assessor",
        "scheme", "edition", "value", "day", "standing", "published", "taken_back", "removed", "removed_ground",
        "language",
        "reason", "evidence", "origin", "said_in",
    ]

    static func csv(
        _ exchange: Exchange, _ assessments: Assessments, linesMax: Int
    ) async throws(WebError) -> Answer {
        let filter = try AssessmentAsked.filter(exchange)
        func page(_ after: AssessmentCursor?) async throws(WebError) -> AssessmentPage {
            try await WebError.running { () throws(WorkspaceError) in
                try await assessments.published(filter, after: after, limit: Assessments.pageMax)
            }
        }
        let first = try await page(nil)
        guard first.total <= linesMax else {
            throw .invalid([.init(name: "state", allowed: "filters that leave at most \(linesMax) assessments")])
        }
        // A page is all that is held, however slowly it is taken.
        let body = ResponseBody { writer in
            var bytes = Sheet(name: "assessments", rows: [columns.map { .text($0) }]).csv
            var next: AssessmentPage? = first
            while let current = next {
                bytes += Sheet(name: "assessments", rows: current.assessments.map(line)).csv.dropFirst(byteOrderMark)
                try await writer.write(ByteBuffer(bytes: bytes))
                bytes = []
                guard let after = current.next else { break }
                next = try await assessments.published(filter, after: after, limit: Assessments.pageMax)
            }
            try await writer.finish(nil)
        }
        return Answer(
            contentType: "text/csv; charset=utf-8", body: .stream(body),
            caching: .never, headers: [("Content-Disposition", "attachment; filename=\"assessments.csv\"")])
    }

    /// What is not known, or was taken back or removed, is an empty cell.
    private static func line(_ one: PublishedAssessment) -> [SheetCell] {
        func some(_ value: String?) -> SheetCell { value.flatMap { $0.isEmpty ? nil : .text($0) } ?? .none }
        let words = one.words
        let reason =
            words?.original.flatMap { tag in words?.reasons[tag].map { (tag.rawValue, $0) } }
            ?? words?.reasons.min { $0.key < $1.key }.map { ($0.key.rawValue, $0.value) }
        var (takenBack, removed): (String?, PublishedAssessment.Removed?) = (nil, nil)
        switch one.standing {
        case .takenBack(let at, _): takenBack = at
        case .removed(let what): removed = what
        case .current, .superseded: break
        }
        return [
            .number(Int(one.id.value)), .text(one.path), some(one.state?.rawValue), .text(one.thingKind.rawValue),
            one.thing.map { .number(Int($0.id)) } ?? .none, some(one.document), some(one.paragraph), some(one.part),
            some(one.title), .text(one.assessor.rawValue), .text(one.assessorName), some(words?.scheme.rawValue),
            words.map { .number($0.edition) } ?? .none, some(words?.value), some(words?.date?.description),
            .text(AssessmentJSON.standing(one)), some(one.published), some(takenBack), some(removed?.at),
            some(removed?.ground.rawValue), some(reason?.0), some(reason?.1),
            some(words?.evidence.map(\.address).joined(separator: " ")), .text(AssessmentJSON.origin(one)),
            some(one.saidIn),
        ]
    }

    /// What workspaces and packages said last; documents have no moment of publication here.
    static func feed(_ exchange: Exchange, _ assessments: Assessments) async throws(WebError) -> Answer {
        let filter = try AssessmentAsked.feedFilter(exchange)
        let page = try await WebError.running { () throws(WorkspaceError) in
            try await assessments.published(filter, limit: 50)
        }
        let view = View(exchange)
        let entries = page.assessments.compactMap { one -> Feed.Entry? in
            guard let published = one.published else { return nil }
            var updated = published
            switch one.standing {
            case .takenBack(let at, _): updated = at
            case .removed(let removed): updated = removed.at
            case .superseded(_, let at): updated = at ?? published
            case .current: break
            }
            let said =
                one.words.map {
                    view.valueWords($0.value, $0.scheme, $0.content) + " (" + view.schemeName($0.scheme, $0.content)
                        + ")"
                }
                ?? view.standingWords(one) ?? ""
            return Feed.Entry(
                path: one.path,
                title: view.say(
                    "assess.pageTitle",
                    ["name": .text(view.assessorName(one)), "place": .text(view.assessedPlace(one))]),
                language: exchange.language.rawValue, summary: said, updated: updated,
                author: view.assessorName(one))
        }
        let path = filter.thing.map(\.path) ?? "/assessments"
        return Feed(path: path, title: title(filter, view), entries: entries).answer(exchange)
    }

    /// With the State where it is of one.
    private static func title(_ filter: AssessmentFilter, _ view: View) -> String {
        guard let state = filter.state else { return view.say("assess.title") }
        return view.say("assess.title") + " · " + view.stateName(state)
    }

    /// Everything published here, or what one workspace published, as a signed file.
    static func package(
        _ exchange: Exchange, _ assessments: Assessments, _ shelf: PackageShelf
    ) async throws(WebError) -> Answer {
        guard let signer = assessments.signer else { throw .notFound }
        var workspace: Workspace?
        if let slug = AssessmentAsked.asked("workspace", exchange) {
            workspace = try await WebError.running { () throws(WorkspaceError) in
                try await exchange.site.workspaces.all().first { $0.slug == slug }
            }
            guard workspace != nil else { throw .notFound }
        }
        let bytes: [UInt8]
        do throws(PackageFault) {
            bytes = try await shelf.package(assessments, workspace, signer)
        } catch {
            switch error {
            case .empty: throw .notFound
            case .tooLarge: throw .tooLarge
            default: throw .failed("\(error)")
            }
        }
        let name = workspace?.slug ?? "assessments"
        return Answer(
            contentType: "application/jsonl", body: .bytes(bytes),
            headers: [("Content-Disposition", "attachment; filename=\"\(name).assessments.jsonl\"")])
    }
}

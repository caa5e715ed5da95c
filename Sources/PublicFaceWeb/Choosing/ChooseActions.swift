import Domain
import Frame
import Markup
import PublicFace

/// What forms of the coordinator's page do.
struct ChooseActions {
    let visit: Visit
    let form: Query
    let faces: PublicFaces

    private func back(_ said: String, at rest: String = "", _ items: [(String, String)] = []) -> Answer {
        .seeOther(View(visit).address(visit.path("/public" + rest), items + [("said", said)]))
    }

    private var version: Int { Int(form.words(Conflict.versionField)) ?? 0 }

    func describe() async throws(WebError) -> Answer {
        try await visit.run { () throws(WorkspaceError) in
            try await faces.describe(
                isOpen: form.first("open") == "yes", about: form.words("about"), contact: form.words("contact"),
                version: version, visit.member)
        }
        return back("described")
    }

    func choose() async throws(WebError) -> Answer {
        var stages: [PublicField: PublicStage] = [:]
        for field in PublicField.allCases {
            guard let text = form.first(field.rawValue) else { continue }
            guard let stage = PublicStage(rawValue: text) else {
                throw .invalid([.init(name: field.rawValue, allowed: "publicFace.unknownStage")])
            }
            stages[field] = stage
        }
        let chosen = stages
        try await visit.run { () throws(WorkspaceError) in try await faces.propose(chosen, visit.member) }
        return back("chosen")
    }

    func hold() async throws(WebError) -> Answer {
        guard let kind = PublicKind(rawValue: form.words("kind")) else { throw .notFound }
        let ids: [Int64]
        switch try Picked(form) {
        case .rows(let rows): ids = rows
        case .all:
            ids = try await visit.run { () throws(WorkspaceError) in
                try await faces.candidates(kind, visit.member).map(\.id)
            }
        }
        let stage: PublicStage?
        switch form.words("stage") {
        case "": stage = nil
        case let text:
            guard let known = PublicStage(rawValue: text) else {
                throw .invalid([.init(name: "stage", allowed: "publicFace.unknownStage")])
            }
            stage = known
        }
        let exception = PublicChoices.Exception(stage: stage, embargo: try embargo())
        try await visit.run { () throws(WorkspaceError) in
            try await faces.propose(ids.map { PublicKey(kind, $0) }, exception, visit.member)
        }
        return back("chosen", at: "/items", [("kind", kind.rawValue)])
    }

    /// A day with an hour of the workspace's clock, midnight where none is given.
    private func embargo() throws(WebError) -> String? {
        guard let day = try form.day("day") else { return nil }
        let text = form.words("hour").filter { !$0.isWhitespace }
        let parts = text.split(separator: ":").compactMap { Int($0) }
        guard text.isEmpty || parts.count >= 2,
            let instant = Embargo.instant(
                day, hour: parts.first ?? 0, minute: parts.count > 1 ? parts[1] : 0, zone: visit.workspace.timeZone)
        else { throw .invalid([.init(name: "hour", allowed: "publicFace.unknownHour")]) }
        return instant
    }

    func confirm() async throws(WebError) -> Answer {
        try await visit.run { () throws(WorkspaceError) in try await faces.confirm(version: version, visit.member) }
        return back("confirmed")
    }

    /// Where nothing was let go the page says so, and why, with what waits now.
    func drop() async throws(WebError) -> Answer {
        do throws(WorkspaceError) { try await faces.drop(version: version, visit.member) } catch {
            switch error {
            case .stale: return try await ChooseView.answer(visit, faces, trouble: "publicFace.notDropped")
            case .invalid(let troubles):
                return try await ChooseView.answer(visit, faces, trouble: troubles.first?.allowed)
            default: throw WebError(error)
            }
        }
        return back("dropped")
    }

    func undo() async throws(WebError) -> Answer {
        guard let id = Int64(form.words("batch")), id > 0 else { throw .notFound }
        try await visit.run { () throws(WorkspaceError) in try await faces.undo(id, visit.member) }
        return back("undone")
    }

    func remove() async throws(WebError) -> Answer {
        guard let kind = PublicKind(rawValue: form.words("kind")) else { throw .notFound }
        guard let number = Int64(form.words("number").filter { !$0.isWhitespace }), number > 0 else {
            throw .invalid([.init(name: "number", allowed: "publicFace.numberNeeded")])
        }
        guard let ground = PublicRemovalGround(rawValue: form.words("ground")) else {
            throw .invalid([.init(name: "ground", allowed: "publicFace.groundNeeded")])
        }
        try await visit.run { () throws(WorkspaceError) in
            try await Removals(faces).remove(
                PublicKey(kind, number), ground, office: form.words("office"), reason: form.words("reason"),
                visit.member)
        }
        return back("removed", at: "/remove")
    }
}

import Domain
import WorkspaceSearch

/// Search inside the large workspace: how long its index takes and weighs, and how long questions take for those who may see
/// everything, for one institution of many, and for those outside government.
struct WorkSearch {
    let store: WorkStore
    let rounds: Int

    private static let questions = [
        "train judges", "\"forty officers\" district", "trainings OR prosecutors", "district -judges", "prosec*",
        "checked kind:action", "nothing of this kind",
    ]

    func figures() async throws -> [Figure] {
        let keeper = Member.keeper("cli:bench", of: store.workspace)
        let began = ContinuousClock.now
        _ = try await store.search.find(FindQuestion(query: "judges"), keeper)
        let seconds = began.duration(to: .now) / .seconds(1)
        let held = await store.search.held.first
        let (texts, bytes) = (held?.texts ?? 0, held?.bytes ?? 0)
        var figures = [
            Figure(
                suite: "work", name: "search index", who: "rapporteur",
                values: [
                    ("texts", Double(texts)), ("seconds", seconds), ("mebibytes", Double(bytes) / 1_048_576),
                    ("bytes_per_text", texts == 0 ? 0 : Double(bytes) / Double(texts)),
                ])
        ]
        for (name, role) in [("everything", WorkspaceRole.coordinator), ("own", .focalPoint), ("outside", .partner)] {
            let member = Member(
                workspace: store.workspace, account: keeper.account, name: "bench", role: role,
                institution: InstitutionID(1))
            figures.append(try await measure(name, member))
        }
        return figures
    }

    private func measure(_ name: String, _ member: Member) async throws -> Figure {
        var milliseconds: [Double] = []
        for round in 0...rounds {
            for question in Self.questions {
                let began = ContinuousClock.now
                _ = try await store.search.find(FindQuestion(query: question), member)
                if round > 0 { milliseconds.append(began.duration(to: .now) / .milliseconds(1)) }
            }
        }
        let times = Percentiles(milliseconds)
        return Figure(
            suite: "work", name: "search \(name)", who: "rapporteur",
            values: [("p50_ms", times[0.5]), ("p95_ms", times[0.95]), ("most_ms", times[1])])
    }
}

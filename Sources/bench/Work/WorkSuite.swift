import ArgumentParser
import Domain
import Foundation
import Frame

/// Asks every page and API answer of a workspace that is as large as a large mechanism's, in this process, and says how long the
/// server takes for each.
struct WorkSuite: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "work",
        abstract: "Every page of a workspace with 50 institutions, 5,000 actions and 100,000 progress reports.")

    @Option(help: "Institutions.") var institutions = 50
    @Option(help: "Actions.") var actions = 5_000
    @Option(help: "Progress reports.") var reports = 100_000
    @Option(help: "Times each address is asked, after once to warm up.") var rounds = 20
    @Option(help: "The server time in milliseconds that a median should stay under.") var limit = 50.0
    @Flag(help: "One JSON object a line.") var json = false

    func run() async throws {
        let folder = try Export.temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let began = ContinuousClock.now
        let store = try await WorkStore.make(
            folder: folder, institutions: institutions, actions: actions, reports: reports)
        Figure(
            suite: "work", name: "fill", who: "rapporteur",
            values: [
                ("institutions", Double(institutions)), ("recommendations", Double(store.recommendations)),
                ("commitments", Double(store.commitments)), ("actions", Double(actions)),
                ("reports", Double(reports)), ("seconds", began.duration(to: .now) / .seconds(1)),
            ]
        ).printed(asJSON: json)
        for figure in try await WorkSearch(store: store, rounds: rounds).figures() { figure.printed(asJSON: json) }
        var medians: [Double] = []
        var slow: [String] = []
        for route in store.routes {
            guard let figures = try await measure(route, store) else { continue }
            medians.append(figures.p50)
            if figures.p50 > limit { slow.append(route.name) }
            Figure(
                suite: "work", name: route.name, who: figures.who,
                values: [
                    ("p50_ms", figures.p50), ("p95_ms", figures.p95), ("bytes", Double(figures.bytes)),
                    ("over_limit", figures.p50 > limit ? 1 : 0),
                ]
            ).printed(asJSON: json)
        }
        Figure(
            suite: "work", name: "all", who: "rapporteur",
            values: [
                ("addresses", Double(medians.count)), ("slowest_p50_ms", medians.max() ?? 0),
                ("over_limit", Double(slow.count)),
            ]
        ).printed(asJSON: json)
        if !slow.isEmpty { note("over \(limit) ms at the median: " + slow.joined(separator: ", ")) }
    }

    private struct Times {
        var p50: Double
        var p95: Double
        var bytes: Int
        var who: String
    }

    /// Nil where the address cannot be asked for this store; that is said.
    private func measure(_ route: Route, _ store: WorkStore) async throws -> Times? {
        guard let path = store.path(of: route) else {
            note("\(route.name): not asked, nothing in the store stands at \(route.pattern)")
            return nil
        }
        var milliseconds: [Double] = []
        var bytes = 0
        for round in 0...rounds {
            let began = ContinuousClock.now
            let answer = try await store.get(path)
            let took = began.duration(to: .now) / .milliseconds(1)
            guard answer.status == 200 else {
                note("\(route.name): not measured, \(path) answers \(answer.status)")
                return nil
            }
            bytes = answer.bytes
            if round > 0 { milliseconds.append(took) }
        }
        let times = Percentiles(milliseconds)
        return Times(p50: times[0.5], p95: times[0.95], bytes: bytes, who: path)
    }

    private func note(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
}

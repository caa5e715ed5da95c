import Operations
import Synchronization

/// Keeps the overview for a few seconds: every page asks whether invented records are loaded, and counting all facets costs milliseconds.
final class OverviewCache: Sendable {
    private let library: Library
    private let kept = Mutex<(overview: Overview, at: ContinuousClock.Instant)?>(nil)
    private static let ageMax = Duration.seconds(5)

    init(library: Library) { self.library = library }

    func current() async throws(WebError) -> Overview {
        let now = ContinuousClock.now
        if let known = kept.withLock({ $0 }), now - known.at < Self.ageMax { return known.overview }
        do {
            let overview = try await library.overview()
            kept.withLock { $0 = (overview, now) }
            return overview
        } catch {
            throw WebError(error)
        }
    }
}

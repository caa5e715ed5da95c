package import Domain
import Secrets
import Synchronization

/// How often what is open to everybody may be done: by all together, and by each source of requests, so that one source keeps nobody else
/// out.
///
/// Of a source nothing is kept but how much of its rate is left, under a keyed hash of its net. The key is drawn by this process, stands in
/// memory alone, and is thrown away with everything under it when a day ends: afterwards, and in any copy of the data, nobody can tell
/// whether a net was there. A source that is not known is held by the rate of all alone.
package final class Flood: Sendable {
    /// Sources that are remembered; the ones that came first are forgotten before more are.
    static let sourcesMax = 20_000
    static let dayMilliseconds: Int64 = 86_400_000

    private struct State {
        var all: RateLeft
        var day: Int64 = .min
        var code = MessageCode()
        var sources: [String: RateLeft] = [:]
    }

    private let all: Rate
    private let each: Rate
    private let state: Mutex<State>

    package init(all: Rate, each: Rate) {
        self.all = all
        self.each = each
        state = Mutex(State(all: RateLeft(all, at: 0)))
    }

    /// Whether one more of this source is allowed at this time (milliseconds since 1970). One that its source has no more room for takes
    /// nothing from what all have.
    package func take(_ source: RequestSource?, at now: Int64) -> Bool {
        let (all, each) = (all, each)
        return state.withLock { state in
            Self.turn(&state, at: now)
            guard let source else { return state.all.take(all, at: now) }
            let name = state.code.sign(Digest.hex(source.net))
            var own = state.sources[name] ?? RateLeft(each, at: now)
            let isTaken = own.take(each, at: now) && state.all.take(all, at: now)
            if state.sources[name] == nil, state.sources.count >= Self.sourcesMax { Self.forget(&state, each, at: now) }
            state.sources[name] = own
            return isTaken
        }
    }

    /// A new day has a new key, and knows no source.
    private static func turn(_ state: inout State, at now: Int64) {
        let day = now / dayMilliseconds
        guard day != state.day else { return }
        state.day = day
        state.code = MessageCode()
        state.sources = [:]
    }

    private static func forget(_ state: inout State, _ each: Rate, at now: Int64) {
        state.sources = state.sources.filter { !$0.value.isFull(each, at: now) }
        guard state.sources.count >= sourcesMax else { return }
        let median = state.sources.values.map(\.filled).sorted()[sourcesMax / 2]
        state.sources = state.sources.filter { $0.value.filled > median }
    }

    /// Of sources that are known, for tests.
    var names: Set<String> { state.withLock { Set($0.sources.keys) } }
}

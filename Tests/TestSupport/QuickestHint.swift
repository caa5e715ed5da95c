package import Store

/// How soon `database` hears of a commit by `other`: the best of many, because other tests use the processor, too.
package func quickestHint(
    _ database: any Database, _ other: any Database, _ hints: AsyncStream<Void>
) async throws -> Duration {
    var hints = hints.makeAsyncIterator()
    var best = Duration.seconds(60)
    for number in 1...60 {
        try await Task.sleep(for: .milliseconds(30))
        let start = ContinuousClock.now
        let position = try await other.change(at: testInstant) { _, log in log.changed(.document, Int64(number)) }
            .position
        repeat { await hints.next() } while try await database.read { try ChangeLog.position($0) } < position
        best = min(best, ContinuousClock.now - start)
        if best < .milliseconds(250) { break }
    }
    return best
}

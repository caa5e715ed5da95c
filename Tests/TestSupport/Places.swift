/// How many may be at something at once; others wait in the order they came. Tests run by the hundred, servers take fewer.
package actor Places {
    /// Databases on the PostgreSQL server.
    package static let databases = Places(8)

    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    package init(_ count: Int) { free = count }

    private func take() async {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    private func give() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }

    /// Runs a body once there is a place for it. Not to be used within itself: both would wait.
    package nonisolated func hold<T>(_ body: () async throws -> T) async rethrows -> T {
        await take()
        do {
            let value = try await body()
            await give()
            return value
        } catch {
            await give()
            throw error
        }
    }
}

import Foundation
package import Insight
package import Logging
import Synchronization

/// The model that suggests tags, read when it is first needed and again when its file changes. Without a model everything works,
/// without suggestions.
package final class TagAdvice: Sendable {
    /// The model, or why there is none.
    package enum Standing: Sendable {
        case ready(TagModel)
        case missing(TagModelFiles.Failure)
    }

    private struct Kept {
        var standing: Standing
        var stamp: [String]
        var checked: ContinuousClock.Instant
    }

    private let data: String
    private let resources: String?
    private let logger: Logger?
    private let kept = Mutex<Kept?>(nil)
    private static let ageMax = Duration.seconds(5)

    /// `data` is the data folder, whose own model wins over the one in `resources`.
    package init(data: String, resources: String?, logger: Logger? = nil) {
        self.data = data
        self.resources = resources
        self.logger = logger
    }

    /// Why there are no suggestions is said once in the log, until it is another reason.
    package var standing: Standing {
        kept.withLock { kept in
            let now = ContinuousClock.now
            if let known = kept, now - known.checked < Self.ageMax { return known.standing }
            let stamp = stamp
            if let known = kept, known.stamp == stamp {
                kept?.checked = now
                return known.standing
            }
            let standing = read()
            kept = Kept(standing: standing, stamp: stamp, checked: now)
            return standing
        }
    }

    package var model: TagModel? {
        guard case .ready(let model) = standing else { return nil }
        return model
    }

    private func read() -> Standing {
        do throws(TagModelFiles.Failure) {
            let found = try TagModelFiles.find(data: data, resources: resources)
            if let failure = found.failure { tell(failure) }
            return .ready(found.model)
        } catch {
            tell(error)
            return .missing(error)
        }
    }

    private func tell(_ failure: TagModelFiles.Failure) {
        logger?.warning(
            "Tags are suggested with another model, or not at all", metadata: ["reason": "\(failure.sentence)"])
    }

    /// Size and time of both files.
    private var stamp: [String] {
        [TagModelFiles.own(in: data), resources.map { TagModelFiles.shipped(in: $0) } ?? ""].map { path in
            guard !path.isEmpty, let facts = try? FileManager.default.attributesOfItem(atPath: path) else { return "" }
            return "\(facts[.size] ?? 0) \((facts[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0)"
        }
    }
}

import Foundation
import Logging

/// One JSON object a line on standard error: time, level, message, what goes with it. No personal data: no addresses of
/// readers, no questions.
struct JSONLogHandler: LogHandler {
    let label: String
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var fields = ["time": Date().formatted(.iso8601), "level": event.level.rawValue, "log": label]
        fields["message"] = event.message.description
        for (key, value) in metadata.merging(event.metadata ?? [:], uniquingKeysWith: { _, new in new }) {
            fields[key] = value.description
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let line = try? encoder.encode(fields) else { return }
        try? FileHandle.standardError.write(contentsOf: line + [0x0A])
    }
}

import Hummingbird
import NIOCore

/// Reads a whole body of one type, within limits.
enum BodyReader {
    /// Enough for the longest text of a document with every letter encoded.
    static let sizeBytesMax = 1_048_576
    /// From its first byte to its last.
    static let longest = Duration.seconds(60)

    /// `unsupportedForm` for another type, a body that breaks off or takes too long; `tooLarge` beyond the limit.
    static func read(_ incoming: Incoming, type: String) async throws(WebError) -> [UInt8] {
        let given = incoming.contentType.split(separator: ";").first.map { $0.lowercased() } ?? ""
        guard given == type else { throw .unsupportedForm }
        if let length = incoming.contentLength, length > sizeBytesMax { throw .tooLarge }
        var bytes: [UInt8] = []
        let end = ContinuousClock.now + longest
        do {
            for try await buffer in incoming.body {
                guard bytes.count + buffer.readableBytes <= sizeBytesMax else { throw WebError.tooLarge }
                guard ContinuousClock.now < end else { throw WebError.unsupportedForm }
                bytes += buffer.readableBytesView
            }
        } catch let error as WebError {
            throw error
        } catch {
            throw .unsupportedForm
        }
        return bytes
    }
}

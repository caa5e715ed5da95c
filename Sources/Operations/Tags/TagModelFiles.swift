import Foundation
package import Insight

/// Where models lie: the installation's own in the data folder, and the one that came with the program.
package enum TagModelFiles {
    /// Why there is no model to use.
    package enum Failure: Error, Sendable, Equatable {
        case missing(path: String)
        case unusable(path: String, TagModelError)

        package var sentence: String {
            switch self {
            case .missing(let path): "There is no model in \(path). Make one with `rapporteur tags train`."
            case .unusable(let path, .damaged), .unusable(let path, .malformed):
                "\(path) is no whole model: train it again with `rapporteur tags train`, or restore the file."
            case .unusable(let path, .otherFormat(let version)):
                "\(path) was made by another version of the program (format \(version)): train it again with `rapporteur tags train`."
            }
        }
    }

    /// Larger files are none of ours.
    private static let bytesMax = 512 << 20

    /// The file of the installation's own model.
    package static func own(in folder: String) -> String { folder + "/tags.model" }
    /// The file of the model that came with the program.
    package static func shipped(in resources: String) -> String { resources + "/models/tags.model" }

    package static func open(_ path: String) throws(Failure) -> TagModel {
        guard let data = FileManager.default.contents(atPath: path) else { throw .missing(path: path) }
        guard data.count <= bytesMax else { throw .unusable(path: path, .malformed) }
        do throws(TagModelError) {
            return try TagModel.open([UInt8](data))
        } catch { throw .unusable(path: path, error) }
    }

    /// The model to use: the installation's own before the one that came with the program. Where the own one cannot be used,
    /// the other is taken, and `failure` says why.
    package static func find(
        data: String, resources: String?
    ) throws(Failure) -> (model: TagModel, isOwn: Bool, failure: Failure?) {
        var failure: Failure?
        do throws(Failure) {
            return (try open(own(in: data)), true, nil)
        } catch {
            if case .unusable = error { failure = error }
        }
        guard let resources else { throw failure ?? .missing(path: own(in: data)) }
        return (try open(shipped(in: resources)), false, failure)
    }

    /// Writes beside `path` and puts the file in its place whole; a reader of the old one keeps it.
    package static func write(_ bytes: [UInt8], to path: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    }
}

package import Domain
import Foundation
import Secrets

/// A package as a file: lines of JSON. First what it is, then schemes and assessments, last the signature over the first line, which
/// holds the digest of all between.
enum PackageForm {
    static let format = "rapporteur-assessments-1"

    struct Manifest: Codable, Hashable, Sendable {
        var format: String
        /// The installation's code.
        var installation: String
        /// '' for all of it, else a workspace's short name.
        var scope: String
        var name: String
        var operatorKind: String?
        var address: String?
        var sequence: Int64
        var made: String
        /// Ed25519, base64url.
        var key: String
        var schemes: Int
        var assessments: Int
        /// SHA-256 over every line between this one and the signature, each with its line feed.
        var digest: String
    }

    struct Scheme: Codable, Hashable, Sendable {
        var scheme: String
        var edition: Int
        var content: SchemeContent
    }

    struct Thing: Codable, Hashable, Sendable {
        var kind: String
        var state: String
        var document: String
        var paragraph: String
        var part: String
        var title: String
    }

    struct Text: Codable, Hashable, Sendable {
        var language: String
        var original: Bool
        var reason: String
    }

    struct Evidence: Codable, Hashable, Sendable {
        var kind: String
        var title: String
        var address: String
    }

    /// What is left of an assessment that was taken back or removed has no scheme, value, day or words.
    struct Entry: Codable, Hashable, Sendable {
        var id: String
        var assessor: String
        var name: String
        var about: Thing
        var status: String
        var published: String
        var scheme: String?
        var edition: Int?
        var value: String?
        var day: String?
        var supersededBy: String?
        var supersededAt: String?
        var takenBackAt: String?
        var takenBackWhy: String?
        var removedAt: String?
        var removedBy: String?
        var removedGround: String?
        var removedText: String?
        var reasons: [Text]
        var evidence: [Evidence]
    }

    struct Seal: Codable, Hashable, Sendable { var signature: String }

    /// The same bytes for the same value, on one line.
    static func line(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(value)) + [UInt8(ascii: "\n")]
    }

    /// What is signed: nothing that was made for another use is taken for it.
    static func signed(_ manifest: [UInt8]) -> String { format + "\n" + String(decoding: manifest, as: UTF8.self) }
}

/// What this installation says of itself in packages, and where its key lies.
package struct PackageSigner: Sendable {
    package var keyPath: String
    package var name: String
    package var operatorKind: Operator.Kind?
    /// Public address without a slash at its end; '' where none is configured.
    package var address: String

    package init(keyPath: String, name: String, operatorKind: Operator.Kind?, address: String) {
        self.keyPath = keyPath
        self.name = name
        self.operatorKind = operatorKind
        self.address = address
    }

    /// The key that signs; made on first use, with mode 0600.
    func key() throws(PackageFault) -> SigningKey {
        do throws(SealError) { return try SigningKey(seed: try KeyFile.key(keyPath)) } catch {
            throw .keyUnusable("\(error)")
        }
    }

    /// As others compare it.
    package func fingerprint() throws(PackageFault) -> String {
        KeyFingerprint.of(Base64URL.encode(try key().verifying.bytes)) ?? ""
    }
}

/// Why a package was not written or not taken.
package enum PackageFault: Error, Hashable, Sendable {
    case keyUnusable(String)
    /// Nothing was ever published here.
    case empty
    case tooLarge(bytesMax: Int)
    /// The line, from 1, and what is wrong with it.
    case unreadable(line: Int, reason: String)
    /// The signature does not fit, or something was changed after it was signed.
    case wrongSignature
    /// Nobody here has compared this key yet.
    case keyUnconfirmed(name: String, fingerprint: String)
    /// It was signed with another key than the one that was confirmed.
    case keyChanged(name: String, fingerprint: String, confirmed: String)
    /// What was typed is not the key's fingerprint.
    case otherFingerprint(fingerprint: String)
    case older(sequence: Int64, known: Int64)
    /// The same number of the package with other content.
    case rewritten(sequence: Int64)
    /// It is this installation's own.
    case own
    /// All of an installation and one workspace of it are not received side by side.
    case otherScope(known: String)
    case dropped
    case store(String)
}

package import Assessments
package import Consultations
package import CooperationRecords
import Domain
package import Locales
package import Operations
package import People
package import Reference
import Secrets
import Store

/// Questions that somebody follows by mail or feed. Everything in this room is reached through this.
package struct Watches: Sendable {
    package static let keyName = "watches.key"

    package let store: WorkspaceStore
    package let library: Library
    package let reference: ReferenceFacts
    /// The key that addresses are sealed with and tokens of letters are made from; made on first use.
    private let keyFile: String
    let locales: Locales
    let rooms: Rooms
    /// How often letters that ask may be asked for. How many are sent to one address, and to all, the store counts.
    let flood = Flood(
        all: Rate(most: 240, refillMilliseconds: 15_000), each: Rate(most: 5, refillMilliseconds: 600_000))

    /// Whose publications are followed: shared, so that whoever holds this value need not copy them.
    final class Rooms: Sendable {
        let assessments: Assessments
        let facts: StateCooperation
        let consultations: Consultations

        init(_ assessments: Assessments, _ facts: StateCooperation, _ consultations: Consultations) {
            self.assessments = assessments
            self.facts = facts
            self.consultations = consultations
        }
    }

    package init(
        store: WorkspaceStore, library: Library, reference: ReferenceFacts, locales: Locales, folder: String,
        assessments: Assessments, facts: StateCooperation, consultations: Consultations
    ) {
        self.store = store
        self.library = library
        self.reference = reference
        self.locales = locales
        rooms = Rooms(assessments, facts, consultations)
        keyFile = folder + "/" + Self.keyName
    }

    func key() throws(WorkspaceError) -> WatchKey {
        do throws(SealError) { return WatchKey(try KeyFile.key(keyFile)) } catch { throw .store("\(error)") }
    }

    func instant(in seconds: Int64) -> String { Clock.instant(store.clock.milliseconds() + seconds * 1_000) }
}

/// What the key in the data folder is for: nothing here is in the store.
struct WatchKey {
    private let key: [UInt8]

    init(_ key: [UInt8]) { self.key = key }

    /// The same for the same address, and nothing to whoever lacks the key.
    func mark(_ address: EmailAddress) -> String { Digest.hex(made("address/" + address.key)) }

    /// The token in every letter that ends the watch.
    func end(_ watch: Int64, asked: String) -> String { Base64URL.encode(made("end/\(watch)/\(asked)")) }

    func seal(_ address: EmailAddress, of watch: Int64) throws(SealError) -> [UInt8] {
        try Sealer(key: key).seal(Array(address.text.utf8), for: "watch/\(watch)")
    }

    func open(_ sealed: [UInt8], of watch: Int64) throws(SealError) -> String {
        String(decoding: try Sealer(key: key).open(sealed, for: "watch/\(watch)"), as: UTF8.self)
    }

    /// Key, text and key again: what comes out tells nothing of another text.
    private func made(_ text: String) -> [UInt8] { Digest.sha256(key + Digest.sha256(key + Array(text.utf8))) }
}

package import Domain
package import People
package import Programs
package import Reference
package import Secrets
import Store

/// Protected submissions: sealed on receipt to their recipients' keys. Everything in this room is reached through this.
package struct Submissions: Sendable {
    /// What an installation brings along.
    package struct House: Sendable {
        /// Nil where the configuration declares nobody.
        package var `operator`: Operator?
        /// Why plaintext could leave memory; empty where it cannot.
        package var faults: [MemoryFolder.Fault]
        package var memoryFolder: String
        /// Vouches for recipients' keys; its public half is among `vouching`.
        package var signing: SigningKey?
        /// Keys of this installation, by their ids.
        package var vouching: @Sendable (String) -> VerifyingKey?
        /// Who keeps heads of the audit log outside; nil: nobody.
        package var witness: String?
        /// Programs that clean files can be kept from everything but their own folder.
        package var canShutIn: Bool

        package init(
            operator: Operator? = nil, faults: [MemoryFolder.Fault] = [],
            memoryFolder: String = MemoryFolder.standard, signing: SigningKey? = nil,
            vouching: @escaping @Sendable (String) -> VerifyingKey? = { _ in nil }, witness: String? = nil,
            canShutIn: Bool = false
        ) {
            self.operator = `operator`
            self.faults = faults
            self.memoryFolder = memoryFolder
            self.signing = signing
            self.vouching = vouching
            self.witness = witness
            self.canShutIn = canShutIn
        }
    }

    package let store: WorkspaceStore
    package let reference: ReferenceFacts
    package let house: House
    let worker: ScryptWorker
    let runner: ProgramRunner
    /// Keys that recipients unlocked.
    let unlocked = UnlockedKeys()
    package let formGuard: FormGuard
    let receiptTries = Flood(
        all: Rate(most: 40, refillMilliseconds: 3_000), each: Rate(most: 20, refillMilliseconds: 10_000))
    let sendings = Flood(
        all: Rate(most: 60, refillMilliseconds: 30_000), each: Rate(most: 12, refillMilliseconds: 120_000))
    let phraseTries = PhraseTries()

    /// `cost` is for tests alone: no configuration reaches it.
    package init(
        store: WorkspaceStore, reference: ReferenceFacts, house: House = House(),
        cost: PasswordHash.Cost = Scrypt.protected, formGuard: FormGuard = FormGuard()
    ) {
        self.store = store
        self.reference = reference
        self.house = house
        self.formGuard = formGuard
        worker = ScryptWorker(cost: cost)
        runner = ProgramRunner(simultaneousMax: 2, folder: house.memoryFolder)
    }

    /// Whether anything can be sent here.
    package var availability: Availability {
        guard let declared = house.operator else { return .off(.undeclared) }
        guard declared.kind != .government else { return .off(.government) }
        guard house.faults.isEmpty, house.signing != nil else { return .off(.notPrepared) }
        return .open
    }

    package enum Availability: Hashable, Sendable {
        case open
        case off(Reason)

        package enum Reason: String, Hashable, Sendable {
            /// Nobody said who runs this installation.
            case undeclared
            case government
            /// Plaintext could leave memory.
            case notPrepared
        }
    }

    /// Why files are not taken; nil where they are.
    package var fileFault: FileFault? {
        if !runner.isInstalled(.mat2) { return .noCleaner }
        return house.canShutIn ? nil : .notShutIn
    }

    package enum FileFault: String, Hashable, Sendable {
        /// The program that cleans them is missing.
        case noCleaner
        /// It could read what the service can read: a hostile file must not be opened so.
        case notShutIn

        /// The key of the sentence that says so.
        package var key: String { self == .noCleaner ? "submit.file.off" : "submit.file.notShutIn" }
    }

    /// States that something can be about.
    package var states: [StateCode] { reference.states.map(\.code) }

    /// Today, as everything here is dated.
    var day: String { String(store.clock.instant.prefix(10)) }

    func now() -> Int64 { store.clock.milliseconds() }

    func requireOpen() throws(SubmissionError) {
        guard availability == .open else { throw .off }
    }

    func read<T: Sendable>(
        _ body: @Sendable @escaping (any ReadConnection) throws -> T
    ) async throws(SubmissionError) -> T {
        do throws(WorkspaceError) { return try await store.read(body) } catch { throw SubmissionError(error) }
    }
}

/// Why something about a submission was not done.
package enum SubmissionError: Error, Hashable, Sendable {
    /// Protected submissions are off here.
    case off
    /// No thread has this receipt, or the object is not there or out of reach.
    case notFound
    /// Too many wait for a receipt or a pass phrase to be worked out.
    case busy
    case tooMany
    case wrongPhrase
    /// Wrong pass phrases came too often: for how many seconds nothing is tried.
    case phraseLocked(seconds: Int)
    /// The key has to be unlocked first.
    case locked
    /// What was entered does not do: the field and a message key.
    case unfit(field: String, key: String)
    /// The whole form, with a message key: the question, its age.
    case guarded(FormGuard.Refusal)
    /// A sealed content does not open: changed, or sealed to another key.
    case unreadable
    case workspace(WorkspaceError)

    init(_ error: WorkspaceError) { self = error == .notFound ? .notFound : .workspace(error) }
}

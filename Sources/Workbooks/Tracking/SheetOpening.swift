import Domain
import FoundationEssentials
import Ingest
import People
import Secrets
import Store

/// Reads the bytes of a spreadsheet off the request's own thread.
struct SheetOpening: Sendable {
    let folder: String
    let limits: SheetLimits

    @concurrent
    func read(_ bytes: [UInt8], _ name: String) async throws(TrackingError) -> SheetFile {
        let path = folder + "/.sheet-" + UUID().uuidString
        guard FileManager.default.createFile(atPath: path, contents: Data(bytes)) else {
            throw .workspace(.store("\(folder) cannot be written to"))
        }
        defer { try? FileManager.default.removeItem(atPath: path) }
        do throws(IngestError) {
            return try SheetFile.read(path, name: name, limits: limits)
        } catch {
            throw .file(error)
        }
    }
}

/// Names that people give files.
enum FileTitle {
    /// The last part of a path, on one line, at most 120 characters.
    static func tidy(_ name: String) -> String {
        let last = name.split(whereSeparator: { "/\\".contains($0) }).last.map(String.init) ?? name
        let line = last.split(whereSeparator: { $0.isWhitespace || $0.isNewline }).joined(separator: " ")
        return String(
            line.filter { !$0.unicodeScalars.contains { $0.properties.generalCategory == .control } }.prefix(120))
    }
}

extension Member {
    func needs(_ right: Right) throws(TrackingError) {
        if !may(right) { throw .workspace(.forbidden) }
    }
}

/// The workspace's store, with its errors as this feature's own.
struct SheetStore: Sendable {
    let workspace: WorkspaceStore

    var instant: String { workspace.clock.instant }

    func read<T: Sendable>(
        _ body: @Sendable @escaping (any ReadConnection) throws -> T
    ) async throws(TrackingError) -> T {
        do throws(WorkspaceError) { return try await workspace.read(body) } catch { throw .workspace(error) }
    }

    @discardableResult
    func change<T: Sendable>(
        _ member: Member, _ body: @Sendable @escaping (inout WorkspaceChange) throws -> T
    ) async throws(TrackingError) -> T {
        do throws(WorkspaceError) { return try await workspace.change(member, body) } catch { throw .workspace(error) }
    }

    func take(_ kind: SubjectKind, _ count: Int = 1) async throws(TrackingError) -> Range<Int64> {
        do throws(WorkspaceError) { return try await workspace.take(kind, count) } catch { throw .workspace(error) }
    }

    /// Ids of what is no subject of its own.
    func ids(_ kind: String, _ count: Int) async throws(TrackingError) -> Range<Int64> {
        do throws(StoreError) { return try await workspace.ids.take(kind, max(1, count)) } catch {
            throw .workspace(WorkspaceError(error))
        }
    }
}

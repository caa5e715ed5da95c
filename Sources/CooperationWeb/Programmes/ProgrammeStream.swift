import Domain
import Frame
import Hummingbird
import NIOCore
import Programmes

/// Programmes as a file of the aid-data standard, piece by piece.
enum ProgrammeStream {
    static func answer(_ programmes: Programmes, _ scope: ProgrammeExport.Scope) throws(WebError) -> Answer {
        let export: ProgrammeExport
        do throws(WorkspaceError) { export = try ProgrammeExport(programmes, scope) } catch { throw WebError(error) }
        let body = ResponseBody { writer in
            var export = export
            while let piece = try await export.next() { try await writer.write(ByteBuffer(bytes: piece)) }
            try await writer.finish(nil)
        }
        return Answer(
            contentType: "application/xml; charset=utf-8", body: .stream(body), caching: .never,
            headers: [("Content-Disposition", "attachment; filename=\"programmes.iati.xml\"")])
    }
}

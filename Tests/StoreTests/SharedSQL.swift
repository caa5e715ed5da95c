import Foundation
import Store
import Testing

@Suite("SQL for both databases")
struct SharedSQL {
    /// What the two databases do differently, or what only one has; see `docs/decisions/0003-store.md`.
    private static let banned = [
        #"(?i)\bLIKE\b"#, #"(?i)\blower\("#, #"(?i)\bupper\("#, #"(?i)\bnow\("#, #"(?i)\bCURRENT_TIMESTAMP\b"#,
        #"(?i)\brandom\("#, #"\bBOOLEAN\b"#, #"\bBYTEA\b"#, #"\bBLOB\b"#, #"\bAUTOINCREMENT\b"#, #"\bSERIAL\b"#,
        #"\bREPLACE INTO\b"#, #"\bINSERT OR\b"#, #"\bILIKE\b"#, #"::[a-z]"#, #"\bGLOB\b"#, #"(?i)\bgroup_concat\("#,
        #"(?i)\bstring_agg\("#, #"\browid\b"#, #"\bDELETE FROM audit_entry\b"#, #"\bUPDATE audit_entry\b"#,
    ]

    @Test("No statement in the store uses what only one database has, or changes the audit log")
    func banned() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources/Store")
        let files = try #require(FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
        var seen = 0
        for case let file as URL in files where file.pathExtension == "swift" {
            if file.lastPathComponent == "Database.swift" { continue }
            seen += 1
            let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            for line in lines where !line.trimmingPrefix(while: \.isWhitespace).hasPrefix("//") {
                for pattern in Self.banned {
                    let hit = line.range(of: pattern, options: .regularExpression)
                    #expect(hit == nil, "\(file.lastPathComponent): \(pattern) in \(line)")
                }
            }
        }
        #expect(seen > 10)
    }

    @Test("Placeholders are numbered as SQLite writes them, but not in quotes")
    func questionMarks() {
        #expect(
            SQLText.questionMarks("a = $1 AND b = $12 AND c = '$3 it''s $4' AND $x")
                == "a = ?1 AND b = ?12 AND c = '$3 it''s $4' AND $x")
    }

    @Test("A set is widened to the next power of two")
    func setWidth() throws {
        #expect([1, 2, 3, 5, 1_000].map(SQLSet.width) == [1, 2, 4, 8, 1_024])
        #expect(try SQLSet.bound([0], set: [1, 2, 3]) == [0, 1, 2, 3, 3])
        #expect(SQLSet.expand("x IN ({set})", values: 1, width: 2) == "x IN ($2, $3)")
    }
}

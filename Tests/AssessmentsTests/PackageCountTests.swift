import Secrets
import Testing

@testable import Assessments

@Suite("What a package says of its own length")
struct PackageCountTests {
    private func package(_ schemes: Int, _ assessments: Int) throws -> [UInt8] {
        let key = try SigningKey(seed: [UInt8](repeating: 7, count: 32))
        let manifest = try PackageForm.line(
            PackageForm.Manifest(
                format: PackageForm.format, installation: "abcdefgh12", scope: "", name: "Shore Watch",
                operatorKind: nil, address: nil, sequence: 1, made: "2026-01-01T00:00:00.000Z",
                key: Base64URL.encode(key.verifying.bytes), schemes: schemes, assessments: assessments,
                digest: Digest.sha256Hex([UInt8]())))
        let seal = PackageForm.Seal(signature: Base64URL.encode(try key.sign(PackageForm.signed(manifest))))
        return try manifest + PackageForm.line(seal)
    }

    @Test("Numbers too small or too large to be added are refused, and end nothing")
    func counts() throws {
        #expect(try PackageReading(package(0, 0)).entries.isEmpty)
        let wrong = [
            (Int.min, Int.min), (Int.min, 0), (0, Int.min), (Int.max, Int.max), (Int.max, 0), (-1, 1), (1, -1), (1, 0),
        ]
        for (schemes, assessments) in wrong {
            let bytes = try package(schemes, assessments)
            #expect(throws: PackageFault.self, "\(schemes) \(assessments)") { try PackageReading(bytes) }
        }
    }
}

import Foundation
import Secrets
import Testing

@Suite("Passwords, codes and tokens")
struct PasswordTests {
    private let cost = PasswordHash.Cost(logN: 4, blockSize: 8, parallelism: 1)

    @Test("A hash is read back with its cost, and fits its password alone")
    func hash() throws {
        let hash = try PasswordHash("correct horse battery", cost: cost)
        let kept = try #require(PasswordHash(hash.text))
        #expect(hash.text.hasPrefix("scrypt$4$8$1$"))
        #expect(kept.cost == cost)
        #expect(kept.fits("correct horse battery"))
        #expect(!kept.fits("correct horse batterx"))
        let again = try PasswordHash("correct horse battery", cost: cost)
        #expect(again.text != hash.text)
    }

    @Test("The same letters, composed otherwise, are the same password")
    func composed() throws {
        let hash = try PasswordHash("e\u{301}t\u{e9} au bord du lac", cost: cost)
        #expect(hash.fits("\u{e9}te\u{301} au bord du lac"))
    }

    @Test(
        "What is no hash, or asks for gigabytes, is refused",
        arguments: [
            "", "scrypt$4$8$1$AAAA", "scrypt$40$8$1$AAAA$AAAA", "bcrypt$4$8$1$AAAA$AAAA",
            "scrypt$30$8$1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        ])
    func damaged(text: String) { #expect(PasswordHash(text) == nil) }

    @Test("The standard's own vector of scrypt comes out")
    func vector() throws {
        // RFC 7914, 12: N 1024, r 8, p 16 is beyond our limits of p; N 16384, r 8, p 1 is not.
        let salt = Base64URL.encode(Array("SodiumChloride".utf8))
        let hex = "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
        let bytes = stride(from: 0, to: hex.count, by: 2).map { place in
            UInt8(hex.dropFirst(place).prefix(2), radix: 16) ?? 0
        }
        let kept = try #require(PasswordHash("scrypt$14$8$1$\(salt)$\(Base64URL.encode(bytes))"))
        #expect(kept.fits("pleaseletmein"))
    }

    @Test(
        "Codes are those of RFC 6238",
        arguments: [(59, "287082"), (1_111_111_109, "081804"), (2_000_000_000, "279037")])
    func codes(seconds: Int64, code: String) {
        let password = OneTimePassword(secret: Array("12345678901234567890".utf8))
        let now = seconds * 1_000
        #expect(password.code(step: OneTimePassword.step(at: now)) == code)
        #expect(password.step(of: code, at: now, after: 0) == seconds / 30)
        #expect(password.step(of: code, at: now + 30_000, after: 0) == seconds / 30)
        #expect(password.step(of: code, at: now + 61_000, after: 0) == nil)
        #expect(password.step(of: code, at: now, after: seconds / 30) == nil)
    }

    @Test("An authenticator is told issuer, account and secret")
    func address() {
        let password = OneTimePassword(secret: Array("12345678901234567890".utf8))
        #expect(password.secretText == "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
        #expect(
            password.address(issuer: "Rapporteur", account: "ana b@example.org")
                == "otpauth://totp/Rapporteur:ana%20b@example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Rapporteur"
        )
    }

    @Test("Recovery codes are ten, differ, and are read with or without hyphen")
    func recovery() {
        let codes = RecoveryCodes.make()
        #expect(Set(codes).count == RecoveryCodes.count)
        let plain = codes[0].replacingOccurrences(of: "-", with: "").uppercased()
        #expect(RecoveryCodes.digest(plain, account: 7) == RecoveryCodes.digest(codes[0], account: 7))
        #expect(RecoveryCodes.digest(codes[0], account: 8) != RecoveryCodes.digest(codes[0], account: 7))
    }

    @Test("Base64url goes there and back, and refuses other letters")
    func base64() {
        for count in 0...40 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37) }
            #expect(Base64URL.decode(Base64URL.encode(bytes)) == bytes)
        }
        for text in ["A", "a+b=", "é", "abcde"] { #expect(Base64URL.decode(text) == nil) }
    }
}

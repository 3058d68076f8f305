internal import COpenBLAS
internal import Dispatch
internal import Glibc

/// The library OpenBLAS, loaded when a product is first wanted, and kept at one thread.
///
/// Each product works in a buffer, which the library asks the system for when it has none left over. Where the system refuses, it
/// asks again, for ever; so buffers are made beforehand, after a look whether there is room, and products wait for one.
final class OpenBLAS: Sendable {
    /// The library; nil where it is not installed, or the system gives too little memory for it.
    static let shared = OpenBLAS()

    private let multiply: openblas_sgemm
    private let multiplyBySelf: openblas_ssyrk
    /// The buffers that are not in use.
    private let buffers: DispatchSemaphore

    /// What a buffer takes: BUFFER_SIZE of OpenBLAS 0.3 on x86-64 and 64-bit ARM, 32 << 22.
    private static let bufferBytes = 128 << 20
    /// What has to be left for the rest of the program.
    private static let spareBytes = 128 << 20

    private init?() {
        let processors = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        guard let count = Self.bufferCount(processors: processors),
            let handle = dlopen("libopenblas.so.0", RTLD_NOW | RTLD_LOCAL),
            let sgemm = dlsym(handle, "cblas_sgemm"), let ssyrk = dlsym(handle, "cblas_ssyrk")
        else { return nil }
        multiply = unsafeBitCast(sgemm, to: openblas_sgemm.self)
        multiplyBySelf = unsafeBitCast(ssyrk, to: openblas_ssyrk.self)
        buffers = DispatchSemaphore(value: count)
        Self.endThreads(handle)
        Self.makeBuffers(count, handle)
    }

    /// One for each processor, or as many as there is room for; nil for none. Being loaded, the library may start a thread for each
    /// processor but one, with a buffer of its own.
    private static func bufferCount(processors: Int) -> Int? {
        sequence(first: processors) { $0 > 1 ? $0 / 2 : nil }.first { count in
            hasRoom((count + processors - 1) * bufferBytes + spareBytes)
        }
    }

    /// Ends the threads that the library has started: they spin while they wait.
    private static func endThreads(_ handle: UnsafeMutableRawPointer) {
        if let set = dlsym(handle, "openblas_set_num_threads") {
            unsafeBitCast(set, to: openblas_set_threads.self)(1)
        }
        // Only builds that have threads of their own have this.
        if let end = dlsym(handle, "blas_thread_shutdown_") {
            _ = unsafeBitCast(end, to: openblas_end_threads.self)()
        }
    }

    /// Has the library make its buffers: it keeps what it is given back.
    private static func makeBuffers(_ count: Int, _ handle: UnsafeMutableRawPointer) {
        guard let take = dlsym(handle, "blas_memory_alloc"), let give = dlsym(handle, "blas_memory_free")
        else { return }
        let made = (0..<count).map { _ in unsafeBitCast(take, to: openblas_take_buffer.self)(0) }
        for buffer in made { unsafeBitCast(give, to: openblas_give_buffer.self)(buffer) }
    }

    /// Whether the system would give so many bytes of memory.
    private static func hasRoom(_ bytes: Int) -> Bool {
        let flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE
        let address = mmap(nil, bytes, PROT_READ | PROT_WRITE, flags, -1, 0)
        guard let address, address != MAP_FAILED else { return false }
        munmap(address, bytes)
        return true
    }

    /// Makes a product in a buffer.
    func product(_ body: (openblas_sgemm, openblas_ssyrk) -> Void) {
        buffers.wait()
        body(multiply, multiplyBySelf)
        buffers.signal()
    }
}

//! The example of a service, over HTTP on a socket.

#[allow(dead_code, reason = "its `main` is not called")]
#[path = "../examples/service.rs"]
mod service;

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};

use serde_json::{Value, json};
use tokio::net::TcpListener;

/// Sends a body to the service, and returns the status and the body of its answer.
fn post(address: SocketAddr, body: &[u8]) -> (u16, Value) {
    let mut stream = TcpStream::connect(address).unwrap();
    let head = format!(
        "POST /checkout_sessions HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all(&[head.as_bytes(), body].concat()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    (status, serde_json::from_str(body).unwrap())
}

#[test]
fn a_service_answers_with_the_report() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build().unwrap();
    let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || runtime.block_on(async { axum::serve(listener, service::service()).await }));

    let valid = json!({"amount": 24990, "currency": "CLP", "ui_mode": "embedded"});
    assert_eq!(post(address, valid.to_string().as_bytes()), (201, valid));

    let (status, report) = post(address, br#"{"amount": "24990", "currency": "clp", "ui_mode": "embedded"}"#);
    assert_eq!((status, &report["valid"]), (422, &json!(false)));
    let rules: Vec<&Value> = report["errors"].as_array().unwrap().iter().map(|error| &error["rule"]).collect();
    assert_eq!(rules, ["type", "enum"], "every mistake at once");
    assert_eq!(report["errors"][1]["suggestion"], "CLP");

    assert_eq!(post(address, b"{\"amount\": \xff").1["errors"][0]["rule"], "json-syntax");
}
